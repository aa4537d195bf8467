import { createInterface } from "node:readline/promises";
import { UserError } from "./user-error.ts";

/** Asks before something cannot be undone. `--yes` answers for scripts; without a terminal it is required. */
export async function confirmOrStop(question: string, args: readonly string[]): Promise<boolean> {
  if (args.includes("--yes")) return true;
  if (!process.stdin.isTTY) throw new UserError(`${question} Nobody can be asked here: add --yes.`);
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await reader.question(`${question} [y/N] `)).trim());
  } finally {
    reader.close();
  }
}
