import { parseArgs } from "node:util";
import { UserError } from "./user-error.ts";

/** Reads `--name value` options; a missing or unknown one is answered with the command's own usage. */
export function readOptions<R extends string, O extends string>(
  args: string[],
  spec: { required: readonly R[]; optional: readonly O[]; flags?: readonly string[]; usage: string },
): Record<R, string> & Partial<Record<O, string>> & { flags: Set<string> } {
  const names = [...spec.required, ...spec.optional];
  const fail = (why: string): never => {
    throw new UserError(`${why}\nUsage: ${spec.usage}`);
  };
  let values: Record<string, unknown>;
  try {
    const text = names.map((name) => [name, { type: "string" as const }] as const);
    const flags = (spec.flags ?? []).map((name) => [name, { type: "boolean" as const }] as const);
    values = parseArgs({ args, options: Object.fromEntries([...text, ...flags]), strict: true }).values;
  } catch (error) {
    return fail((error as Error).message.split(". ")[0] ?? "");
  }
  const missing = spec.required.filter((name) => !values[name]);
  if (missing.length > 0) return fail(`Missing: ${missing.map((name) => `--${name}`).join(", ")}`);
  const given = Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
  const flags = new Set((spec.flags ?? []).filter((name) => values[name] === true));
  return { ...(given as Record<R, string> & Partial<Record<O, string>>), flags };
}
