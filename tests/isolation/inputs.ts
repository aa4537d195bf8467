import { randomUUID } from "node:crypto";
import { z } from "zod";
import { appRouter } from "#server/api/root.ts";
import { listProcedures } from "../architecture/checks/procedure-inventory.ts";

type Json = { [key: string]: unknown };
type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minimum?: number;
  minItems?: number;
  prefixItems?: JsonSchema[];
};

export type ProcedureCase = {
  path: string;
  permission: string | undefined;
  kind: string;
  schema: JsonSchema | null;
};

/** Every procedure of the real router with the JSON schema of its input. */
export async function procedureCases(): Promise<ProcedureCase[]> {
  const entries = await listProcedures(appRouter as never);
  return entries.map(({ path, meta }) => {
    const procedure = (
      appRouter._def.procedures as unknown as Record<string, { _def: { type: string; inputs: z.ZodType[] } }>
    )[path];
    const input = procedure?._def.inputs[0];
    return {
      path,
      permission: meta?.permission,
      kind: procedure?._def.type ?? "query",
      schema: input ? (z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as JsonSchema) : null,
    };
  });
}

/** Property names that name a row, at any depth, as dotted paths: `unitId`, `rows.0.parentId`. */
export function idPaths(schema: JsonSchema | null, at = ""): string[] {
  if (!schema) return [];
  const variant = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (variant) return idPaths(variant, at);
  if (schema.type === "array") return idPaths(schema.items ?? null, `${at}0.`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
    const uuid = child.format === "uuid" || child.anyOf?.some((s) => s.format === "uuid");
    if (uuid || /(^id|Id)$/.test(name)) return [`${at}${name}`];
    return idPaths(child, `${at}${name}.`);
  });
}

/** An input that fits the schema: every property filled, ids by `idFor(name)`, known names by `values`. */
export function fill(schema: JsonSchema, values: Json, idFor: (name: string) => string, name = ""): unknown {
  if (name in values) return values[name];
  if (schema.format === "uuid" || /(^id|Id)$/.test(name)) return idFor(name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const variant = schema.oneOf?.[0] ?? schema.anyOf?.find((s) => s.type !== "null");
  if (variant) return fill(variant, values, idFor, name);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, child]) => [key, fill(child, values, idFor, key)]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 1 }, () => fill(schema.items ?? {}, values, idFor, ""));
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 0, 0);
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return schema.format === "email" ? "somebody@example.org" : "text";
  }
}

/** Sets one dotted path of a filled input. */
export function withId(input: unknown, path: string, id: string): unknown {
  const copy = structuredClone(input) as Json;
  const keys = path.split(".");
  let at: Json = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Json;
  at[keys.at(-1)!] = id;
  return copy;
}

export const unknownId = () => randomUUID();
