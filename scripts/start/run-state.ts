import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isSameProcess, signal, startToken, waitForEnd } from "#db/embedded-process.ts";
import type { DataPaths } from "../lib/paths.ts";

type Life = { name: string; pid: number; token: string | undefined };

/** The run that owns a data folder, so that a second start finds it and a start after a crash clears up after it. */
export type RunState = { pid: number; token: string | undefined; url?: string; children: Life[] };

/**
 * Claims the data folder for this process. Returns the living run that has it, if any; otherwise ends what a killed run
 * left behind and returns undefined.
 */
export async function claimRun(paths: DataPaths): Promise<RunState | undefined> {
  const mine: RunState = { pid: process.pid, token: startToken(process.pid), children: [] };
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      writeFileSync(paths.run, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const other = readRun(paths);
    if (other && isSameProcess(other.pid, other.token)) return other;
    for (const child of other?.children ?? []) await endLeftOver(child);
    rmSync(paths.run, { force: true });
  }
  return readRun(paths);
}

export function readRun(paths: DataPaths): RunState | undefined {
  try {
    return JSON.parse(readFileSync(paths.run, "utf8")) as RunState;
  } catch {
    return undefined;
  }
}

/** The run of this data folder while its process lives. */
export function findRun(paths: DataPaths): RunState | undefined {
  const run = readRun(paths);
  return run && isSameProcess(run.pid, run.token) ? run : undefined;
}

export function noteRun(paths: DataPaths, children: Life[], url?: string): void {
  const kept = children.map(({ name, pid, token }) => ({ name, pid, token }));
  const state: RunState = { pid: process.pid, token: startToken(process.pid), children: kept, ...(url ? { url } : {}) };
  writeFileSync(`${paths.run}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${paths.run}.new`, paths.run);
}

export function forgetRun(paths: DataPaths): void {
  if (readRun(paths)?.pid === process.pid) rmSync(paths.run, { force: true });
}

async function endLeftOver({ pid, token }: Life): Promise<void> {
  if (!isSameProcess(pid, token)) return;
  signal(pid, "SIGTERM");
  if (await waitForEnd(pid, 5000)) return;
  signal(pid, "SIGKILL");
  await waitForEnd(pid, 5000);
}
