import postgres from "postgres";
import { startEmbedded } from "#db/embedded.ts";

// Run as a process of its own by embedded.test.ts: starts the server and writes, one committed row per printed number.
const server = await startEmbedded({ dataDir: process.argv[2], port: 0 });
let stopping = false;
process.on("SIGTERM", () => {
  stopping = true;
  void server.stop().then(() => process.exit(0));
});
const sql = postgres(server.url(), { max: 1, onnotice: () => {} });
await sql`create table if not exists written (n int)`;
for (let n = 1; ; n += 1) {
  try {
    await sql`insert into written values (${n})`;
  } catch {
    if (stopping) break;
    process.exit(1);
  }
  console.log(n);
}
