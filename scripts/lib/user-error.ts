import { EmbeddedError } from "#db/embedded.ts";

/** A failure whose message is the whole answer: one sentence for the person who typed the command, no stack. */
export class UserError extends Error {
  override name = "UserError";
}

/** Runs a command's body; a UserError is printed as its sentence, anything else with its stack. Exit code 1 for both. */
export async function runCommand(body: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}

export function report(error: unknown): void {
  if (error instanceof UserError || error instanceof EmbeddedError) console.error(error.message);
  else console.error(error);
}
