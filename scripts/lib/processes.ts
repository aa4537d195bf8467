import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { signal, startToken, waitForEnd } from "#db/embedded-process.ts";
import { root } from "./paths.ts";
import { UserError } from "./user-error.ts";

const leash = fileURLToPath(new URL("./leash.mjs", import.meta.url));

export type Service = {
  name: string;
  pid: number;
  token: string | undefined;
  /** Settles when the process has ended, with what to say about it. */
  ended: Promise<string>;
  hasEnded(): boolean;
  stop(): Promise<void>;
};

/** Starts a Node script that lives as long as this process at most; its output goes to the log file. */
export function startService(
  name: string,
  script: string,
  args: string[],
  options: { env: NodeJS.ProcessEnv; log: string },
): Service {
  const log = openSync(options.log, "a", 0o600);
  const child = spawn(process.execPath, ["--import", leash, "--disable-warning=ExperimentalWarning", script, ...args], {
    cwd: root,
    env: options.env,
    // In a group of its own, so that Ctrl-C reaches the launcher only and the order of stopping is the launcher's.
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  child.unref();
  child.channel?.unref();
  let over = false;
  const ended = new Promise<string>((done) => {
    const finish = (text: string) => {
      over = true;
      done(text);
    };
    child.once("error", (error) => finish(error.message));
    child.once("exit", (code, by) => finish(by ? `ended by ${by}` : `exit code ${code}`));
  });
  const pid = child.pid ?? -1;
  return { name, pid, token: startToken(pid), ended, hasEnded: () => over, stop: () => stopProcess(child, pid) };
}

async function stopProcess(child: ChildProcess, pid: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signal(pid, "SIGTERM");
  if (await waitForEnd(pid, 10_000)) return;
  signal(pid, "SIGKILL");
  await waitForEnd(pid, 5000);
}

/** Waits until the address answers anything over HTTP below 500. */
export async function waitForHttp(url: string, service: Service, ms = 60_000): Promise<void> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(60)) {
    if (service.hasEnded())
      throw new UserError(`The ${service.name} process ended while starting: ${await service.ended}.`);
    if (await answersHttp(url)) return;
  }
  throw new UserError(`The ${service.name} process does not answer at ${url}.`);
}

export async function answersHttp(url: string, ms = 5000): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(ms) });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
}

/** Runs a tool to its end. Output is shown, or kept and returned; `ended` says that a signal cut it short. */
export function runTool(
  command: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; show?: boolean } = {},
): Promise<{ code: number; output: string; ended: boolean }> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: options.env ?? process.env,
      stdio: ["ignore", options.show ? "inherit" : "pipe", options.show ? "inherit" : "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    running.add(child);
    child.once("error", (error) => done({ code: 127, output: error.message, ended: false }));
    child.once("close", (code, by) => {
      running.delete(child);
      done({ code: code ?? 1, output, ended: by !== null });
    });
  });
}

const running = new Set<ChildProcess>();

/** Ends tools that are still running, for a launcher that was told to stop. */
export function endTools(): void {
  for (const child of running) child.kill("SIGTERM");
}
