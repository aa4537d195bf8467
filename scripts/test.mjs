import { handOver } from "./lib/bootstrap.mjs";

await handOver("scripts/test/main.ts", process.argv.slice(2));
