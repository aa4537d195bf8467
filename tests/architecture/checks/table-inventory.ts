import { getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import type { TableEntry } from "#db/inventory.ts";

type Key = { what: string; columns: string[] };

/**
 * The inventory and the schema describe the same tables, and every key of a tenant table begins with `org_id`
 * (architecture.md, "Tenancy: three locks"), so that the schema can be spread by organisation.
 *
 * @param schema the exports of db/schema/index.ts; what is no table is passed over
 * @returns one sentence per breach
 */
export function checkTableInventory(schema: Record<string, unknown>, inventory: Record<string, TableEntry>): string[] {
  const tables = [...new Set(Object.values(schema).filter((value): value is PgTable => is(value, PgTable)))];
  const names = tables.map(nameOf);
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is declared twice`),
    ...names.filter((name) => !(name in inventory)).map((name) => `${name} is not in db/inventory.ts`),
    ...Object.keys(inventory)
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is in db/inventory.ts, but not in the schema`),
    ...Object.entries(inventory)
      .filter(([, entry]) => entry.kind === "global" && entry.reason.trim().split(/\s+/).length < 4)
      .map(([name]) => `${name} is global without a reason in words`),
    ...tables
      .filter((table) => inventory[nameOf(table)]?.kind === "tenant")
      .flatMap((table) => keyBreaches(table, inventory)),
  ];
}

function nameOf(table: PgTable): string {
  const { schema } = getTableConfig(table);
  return schema && schema !== "public" ? `${schema}.${getTableName(table)}` : getTableName(table);
}

function keyBreaches(table: PgTable, inventory: Record<string, TableEntry>): string[] {
  const name = nameOf(table);
  const config = getTableConfig(table);
  const breaches: string[] = [];
  const orgId = config.columns.find((column) => column.name === "org_id");
  if (!orgId?.notNull) breaches.push(`${name} has no org_id NOT NULL`);
  const keys = ownKeys(config);
  if (!keys.some((key) => key.what === "primary key")) breaches.push(`${name} has no primary key`);
  for (const { what, columns } of keys) {
    if (columns[0] !== "org_id") breaches.push(`${name}: ${what} (${columns.join(", ")}) does not begin with org_id`);
  }
  for (const key of config.foreignKeys) {
    const { columns, foreignTable, foreignColumns } = key.reference();
    const target = nameOf(foreignTable);
    const list = columns.map((column) => column.name).join(", ");
    if (inventory[target]?.kind === "global") continue;
    if (columns[0]?.name !== "org_id" || foreignColumns[0]?.name !== "org_id") {
      breaches.push(`${name}: foreign key (${list}) to ${target} does not begin with org_id`);
    }
  }
  return breaches;
}

function ownKeys(config: ReturnType<typeof getTableConfig>): Key[] {
  return [
    ...config.columns.filter((column) => column.primary).map(({ name }) => ({ what: "primary key", columns: [name] })),
    ...config.columns.filter((column) => column.isUnique).map(({ name }) => ({ what: "unique key", columns: [name] })),
    ...config.primaryKeys.map((key) => ({ what: "primary key", columns: key.columns.map((column) => column.name) })),
    ...config.uniqueConstraints.map((key) => ({
      what: "unique key",
      columns: key.columns.map((column) => column.name),
    })),
    ...config.indexes
      .filter((index) => index.config.unique)
      .map((index) => ({
        what: "unique index",
        columns: index.config.columns.map((column) => ("name" in column ? String(column.name) : "an expression")),
      })),
  ];
}
