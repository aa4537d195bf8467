import { TABLES } from "#db/inventory.ts";
import { isolateProcedures } from "./every-procedure.ts";

/**
 * The first lock alone: with the tenant policies taken away, the predicates of the queries must still keep organisations
 * apart. Otherwise a forgotten one would hide behind row-level security until that fails as well.
 */
await isolateProcedures(async (superuser) => {
  for (const [table, entry] of Object.entries(TABLES)) {
    if (entry.kind === "tenant") await superuser.unsafe(`drop policy tenant on ${table}`);
  }
});
