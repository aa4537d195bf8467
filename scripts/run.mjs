import { existsSync } from "node:fs";
import { handOver } from "./lib/bootstrap.mjs";

const [name = "", ...args] = process.argv.slice(2);
const script = `scripts/commands/${name}.ts`;

if (!/^[a-z0-9-]+$/.test(name) || !existsSync(new URL(`../${script}`, import.meta.url))) {
  console.error(`There is no command "${name}"; package.json lists them under "scripts".`);
  process.exit(1);
}
await handOver(script, args);
