import { availableParallelism, cpus, totalmem } from "node:os";
import postgres from "postgres";
import { runTool } from "../lib/processes.ts";

/** What a figure depends on besides the code. No names: the document is read by everybody. */
export async function machineFacts(serverVersion: string): Promise<string> {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  const { code, output } = await runTool("git", ["rev-parse", "--short", "HEAD"]);
  const commit = code === 0 ? output.trim() : "unknown";
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}`,
    `${availableParallelism()} cores (${model}), ${memory} GB memory, ${process.platform}`,
    `Node ${process.versions.node}, Postgres ${serverVersion}; web, Postgres and load share these cores`,
  ].join("; ");
}

export async function readServerVersion(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
    return row?.version ?? "unknown";
  } finally {
    await sql.end({ timeout: 1 });
  }
}
