import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Stand } from "./stand.ts";

type Node = { id: number; callFrame: { functionName: string; url: string } };
type CpuProfile = { nodes: Node[]; samples: number[]; timeDeltas: number[] };

/**
 * Where the web process spends its time while something is measured, as shares of the time in which it works: by package
 * and by function. Read through the inspector, so that the process is the one that is measured.
 */
export async function profileWeb(stand: Stand, title: string, work: () => Promise<unknown>): Promise<string> {
  const web = await stand.startWeb();
  process.kill(web.pid, "SIGUSR1");
  const inspector = await openInspector(await inspectorAddress(stand.paths.log));
  try {
    await inspector.send("Profiler.enable");
    await inspector.send("Profiler.setSamplingInterval", { interval: 500 });
    await inspector.send("Profiler.start");
    await work();
    const { profile } = (await inspector.send("Profiler.stop")) as { profile: CpuProfile };
    return summarise(title, profile);
  } finally {
    inspector.close();
  }
}

async function inspectorAddress(log: string): Promise<string> {
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(50)) {
    const found = /Debugger listening on (ws:\S+)/.exec(readFileSync(log, "utf8"))?.[1];
    if (found) return found;
  }
  throw new Error("the web process opened no inspector");
}

async function openInspector(address: string) {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await new Promise((done, failed) => {
    socket.addEventListener("open", done, { once: true });
    socket.addEventListener("error", () => failed(new Error("the inspector refused")), { once: true });
  });
  let last = 0;
  return {
    send: (method: string, params: object = {}) =>
      new Promise<unknown>((done) => {
        last += 1;
        waiting.set(last, done);
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => socket.close(),
  };
}

const IDLE = new Set(["(idle)", "(root)"]);
const MOST = 12;

/** Self time, without the time in which the process waits. */
export function summarise(title: string, profile: CpuProfile): string {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const packages = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  for (const [i, id] of profile.samples.entries()) {
    const frame = nodes.get(id)?.callFrame;
    const took = profile.timeDeltas[i] ?? 0;
    if (!frame || IDLE.has(frame.functionName)) continue;
    busy += took;
    const from = packageOf(frame);
    add(packages, from, took);
    add(functions, `${frame.functionName || "(anonymous)"} [${from}]`, took);
  }
  const list = (times: Map<string, number>) =>
    [...times]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST)
      .map(([name, took]) => `  ${((took / Math.max(busy, 1)) * 100).toFixed(1).padStart(5)} %  ${name}`)
      .join("\n");
  return `${title}: the web process worked for ${(busy / 1e6).toFixed(1)} s\n${list(packages)}\n\n${list(functions)}`;
}

function add(times: Map<string, number>, name: string, took: number): void {
  times.set(name, (times.get(name) ?? 0) + took);
}

/** The package a file belongs to; bundled code has one name for each bundle. */
function packageOf({ functionName, url }: Node["callFrame"]): string {
  if (url === "") return functionName.startsWith("(") ? functionName : "V8";
  if (url.startsWith("node:")) return "node";
  const inModules = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules\/)/.exec(url)?.[1];
  return inModules ?? url.split("/").at(-1) ?? url;
}
