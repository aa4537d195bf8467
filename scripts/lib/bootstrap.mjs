// Runs on any Node from 20.9 on, before anything is installed: only what that Node brings may be used here.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const oldestToStart = [20, 9];
// The first version that runs TypeScript without a flag.
const oldestToRun = [22, 18];
const stampFile = join(root, "node_modules", ".bearing-installed");

/** Installs what is missing, then runs `script` (a TypeScript file) with `args` on the Node that the project brings. */
export async function handOver(script, args) {
  if (!isAtLeast(process.versions.node, oldestToStart)) {
    fail(`Bearing needs Node ${oldestToStart.join(".")} or newer; this is ${process.versions.node}.`);
  }
  stopWithNpm();
  await install();
  const node = findNode();
  if (!node) {
    fail(
      `Bearing brings its own Node, but not for ${process.platform} ${process.arch}: install Node ${oldestToRun.join(".")} or newer (this is ${process.versions.node}).`,
    );
  }
  const file = join(root, script);
  if (realpathSync(node) === realpathSync(process.execPath)) {
    process.argv = [process.argv[0], file, ...args];
    await import(pathToFileURL(file).href);
    return;
  }
  // The channel lets the child see when this process is killed, and stop.
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", file, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`Node could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** npm passes a signal to the shell between us, which dies of it without passing it on: its end is our signal. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 300);
  timer.unref();
}

export function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === fingerprint();
}

async function install() {
  if (isInstalled()) return;
  if (!isComplete()) {
    console.log("Installing packages (once, about a minute) ...");
    const started = Date.now();
    // Build and test tools are needed too, whatever NODE_ENV says.
    const args = ["install", "--no-fund", "--no-audit", "--loglevel=error", "--include=dev", "--include=optional"];
    const npm = process.env.npm_execpath;
    const code = await (npm?.endsWith(".js")
      ? run(process.execPath, [npm, ...args])
      : run(process.platform === "win32" ? "npm.cmd" : "npm", args));
    if (code !== 0) fail("npm install did not succeed; its messages are above.");
    console.log(`Packages installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  writeFileSync(stampFile, fingerprint());
}

/** True when somebody's own `npm install` already put exactly the locked packages there. */
function isComplete() {
  try {
    const read = (name) => JSON.parse(readFileSync(join(root, name), "utf8"));
    const wanted = read("package-lock.json").packages;
    const present = read("node_modules/.package-lock.json").packages;
    const manifest = read("package.json");
    for (const kind of ["dependencies", "devDependencies", "optionalDependencies"]) {
      if (JSON.stringify(wanted[""][kind] ?? {}) !== JSON.stringify(manifest[kind] ?? {})) return false;
    }
    return Object.entries(wanted).every(
      ([path, entry]) =>
        path === "" ||
        entry.optional ||
        (present[path]?.version === entry.version && existsSync(join(root, path, "package.json"))),
    );
  } catch {
    return false;
  }
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const name of ["package.json", "package-lock.json"]) hash.update(readFileSync(join(root, name)));
  return `${hash.digest("hex")} ${process.platform}-${process.arch}\n`;
}

function findNode() {
  const own = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node");
  for (const node of [own, process.execPath]) {
    if (!existsSync(node)) continue;
    const run = spawnSync(node, ["--version"], { encoding: "utf8" });
    if (run.status === 0 && isAtLeast(run.stdout.trim().replace(/^v/, ""), oldestToRun)) return node;
  }
  return undefined;
}

function isAtLeast(version, [major, minor]) {
  const [has, hasMinor] = version.split(".").map(Number);
  return has > major || (has === major && hasMinor >= minor);
}

function run(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.once(signal, () => {
        child.kill(signal);
        process.exit(1);
      });
    }
    child.on("error", () => done(1));
    child.on("exit", (code) => done(code ?? 1));
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
