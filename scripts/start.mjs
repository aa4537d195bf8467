import { handOver } from "./lib/bootstrap.mjs";

await handOver("scripts/start/main.ts", process.argv.slice(2));
