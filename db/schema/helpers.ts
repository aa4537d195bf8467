import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * First column of every tenant table. Every primary, unique and foreign key of a tenant table begins with it, so that a
 * reference across organisations cannot be stored (third tenant lock) and the schema can be spread by organisation.
 */
export const orgId = () => uuid("org_id").notNull();

/** Random v4 on purpose: a time-ordered id would tell in which order rows were written. */
export const id = () => uuid("id").notNull().defaultRandom();

export const createdAt = () => timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A list of SQL string literals for `check (x in (...))`. Values are our own enums, never input. */
export const literals = (values: readonly string[]) =>
  sql.raw(values.map((v) => `'${v.replace(/'/g, "''")}'`).join(", "));

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => "bytea",
});

/** smallint[] whose elements may be null: the driver reads a null element as NaN. */
export const nullableSmallints = customType<{ data: (number | null)[]; driverData: string | number[] }>({
  dataType: () => "smallint[]",
  toDriver: (values) => `{${values.map((v) => v ?? "null").join(",")}}`,
  fromDriver: (stored) => {
    const elements = typeof stored === "string" ? stored.slice(1, -1).split(",").map(Number) : stored;
    return elements.map((v) => (Number.isNaN(v) ? null : v));
  },
});
