import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** True while the process exists and is not a zombie. A zombie nobody reaps still answers `kill -0`. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return process.platform !== "linux" || linuxStat(pid)?.[0] !== "Z";
}

/** Identifies one life of a pid, so that a reused pid is not mistaken for the process that was recorded. */
export function startToken(pid: number): string | undefined {
  if (process.platform === "linux") return linuxStat(pid)?.[19];
  if (process.platform === "win32") return isAlive(pid) ? "alive" : undefined;
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** True when the pid still belongs to the process that `token` was taken from. */
export function isSameProcess(pid: number, token: string | undefined): boolean {
  return token !== undefined && isAlive(pid) && startToken(pid) === token;
}

/**
 * Processes of one embedded cluster: those whose working directory is the data folder, and those that carry the
 * cluster's name in their title. The second finds them where root may not read another user's `/proc/<pid>/cwd`
 * (containers without SYS_PTRACE).
 */
export function findClusterProcesses(pgdata: string, clusterName: string): number[] {
  if (process.platform === "win32") return [];
  const found: number[] = [];
  for (const { pid, command } of listCommands()) {
    const titled = command.startsWith(`postgres: ${clusterName}`);
    const postmaster = command.includes(`cluster_name=${clusterName}`) && /^\S.*postgres(\.exe)?\s/.test(command);
    if (pid !== process.pid && (titled || postmaster || (/postgres/.test(command) && cwdOf(pid) === pgdata))) {
      if (isAlive(pid)) found.push(pid);
    }
  }
  return found;
}

/** Waits until the process is gone; false when it is still there after `ms`. */
export async function waitForEnd(pid: number, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (isAlive(pid)) {
    if (Date.now() >= until) return false;
    await sleep(30);
  }
  return true;
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function linuxStat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command name may hold spaces and brackets: fields are counted after its last bracket (state is the first).
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function cwdOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function listCommands(): { pid: number; command: string }[] {
  if (process.platform === "linux") {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), command: readCommand(name) }));
  }
  const text = execFileSync("ps", ["-axww", "-o", "pid=,command="], { encoding: "utf8", maxBuffer: 16 << 20 });
  return text.split("\n").flatMap((line) => {
    const match = /^\s*(\d+)\s+(.*)$/.exec(line);
    return match ? [{ pid: Number(match[1]), command: match[2] ?? "" }] : [];
  });
}

function readCommand(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
