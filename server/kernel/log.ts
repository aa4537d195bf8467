import { env } from "./env.ts";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
type Level = Exclude<(typeof LEVELS)[number], "silent">;

/**
 * One JSON line per event. Fields are named facts: never an input, an answer, a secret or an address of a person.
 */
export function log(level: Level, event: string, fields: Record<string, string | number | boolean | null> = {}): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(env().BEARING_LOG)) return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}
