import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

export type Verdict = {
  /** Names of tests that failed, each with its file. */
  failed: string[];
  /** Files that could not be run at all: proves nothing. */
  broken: string[];
};

type Report = {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
};

/** Runs test files of the scratch copy on the given database server, or its compiler for "types". */
export async function runTests(
  folder: string,
  tests: readonly string[],
  options: { stateFile: string; bail: boolean; signal: AbortSignal },
): Promise<Verdict> {
  const files = tests.filter((test) => test !== "types");
  const verdict: Verdict = { failed: [], broken: [] };
  if (tests.includes("types")) {
    const { code, output } = await run(folder, ["typescript/bin/tsc", "--noEmit"], options);
    if (code !== 0) verdict.failed.push(`types: ${output.split("\n")[0]?.slice(0, 120) ?? ""}`);
  }
  if (files.length === 0) return verdict;
  const report = join(folder, "leaks.json");
  rmSync(report, { force: true });
  const bail = options.bail ? ["--bail=1"] : [];
  const { output } = await run(
    folder,
    ["vitest/vitest.mjs", "run", ...files, "--reporter=json", `--outputFile=${report}`, ...bail],
    options,
  );
  if (!existsSync(report)) return { ...verdict, broken: [output.trim().split("\n").at(-1) ?? "no report"] };
  for (const file of (JSON.parse(readFileSync(report, "utf8")) as Report).testResults) {
    const name = relative(folder, file.name);
    const red = file.assertionResults.filter((one) => one.status === "failed");
    verdict.failed.push(...red.map((one) => `${name}: ${one.fullName.trim()}`));
    if (red.length === 0 && file.status === "failed") verdict.broken.push(name);
  }
  return verdict;
}

function run(
  cwd: string,
  [script = "", ...args]: string[],
  options: { stateFile: string; signal: AbortSignal },
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(cwd, "node_modules", script), ...args], {
      cwd,
      env: { ...process.env, BEARING_TEST_STATE: options.stateFile, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      signal: options.signal,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", (error) => done({ code: 1, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
}
