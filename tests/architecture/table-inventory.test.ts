import { foreignKey, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { TABLES, type TableEntry } from "#db/inventory.ts";
import * as schema from "#db/schema/index.ts";
import { checkTableInventory } from "./checks/table-inventory.ts";

test("schema and inventory agree, and every key of a tenant table begins with org_id", () => {
  expect(checkTableInventory(schema, TABLES)).toEqual([]);
});

const orgId = () => uuid("org_id").notNull();
const id = () => uuid("id").notNull();

const organisation = pgTable("organisation", { id: uuid("id").primaryKey() });
const wave = pgTable("wave", { orgId: orgId(), id: id() }, (t) => [
  primaryKey({ columns: [t.orgId, t.id] }),
  foreignKey({ columns: [t.orgId], foreignColumns: [organisation.id] }),
]);
const note = pgTable("note", { orgId: orgId(), id: id(), waveId: uuid("wave_id") }, (t) => [
  primaryKey({ columns: [t.orgId, t.id] }),
  foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
]);

const GLOBAL: TableEntry = { kind: "global", reason: "looked up by slug before a tenant is known" };
const TENANT: TableEntry = { kind: "tenant" };
const SOUND = { organisation: GLOBAL, wave: TENANT, note: TENANT };

test("allowed: composite keys, and a foreign key to a listed global table", () => {
  expect(checkTableInventory({ organisation, wave, note, other: "no table" }, SOUND)).toEqual([]);
});

test.each<[string, Record<string, unknown>, Record<string, TableEntry>]>([
  ["note is not in db/inventory.ts", { organisation, wave, note }, { organisation: GLOBAL, wave: TENANT }],
  ["note is in db/inventory.ts, but not in the schema", { organisation, wave }, SOUND],
  [
    "organisation is declared twice",
    { organisation, again: pgTable("organisation", { id: id() }) },
    { organisation: GLOBAL },
  ],
  [
    "organisation is global without a reason in words",
    { organisation },
    { organisation: { kind: "global", reason: "needed" } },
  ],
  [
    "plan has no org_id NOT NULL",
    {
      plan: pgTable("plan", { orgId: uuid("organisation_id").notNull() }, (t) => [primaryKey({ columns: [t.orgId] })]),
    },
    { plan: TENANT },
  ],
  [
    "plan has no org_id NOT NULL",
    { plan: pgTable("plan", { orgId: uuid("org_id"), id: id() }, (t) => [primaryKey({ columns: [t.orgId, t.id] })]) },
    { plan: TENANT },
  ],
  ["plan has no primary key", { plan: pgTable("plan", { orgId: orgId() }) }, { plan: TENANT }],
  [
    "plan: primary key (id) does not begin with org_id",
    { plan: pgTable("plan", { orgId: orgId(), id: uuid("id").primaryKey() }) },
    { plan: TENANT },
  ],
  [
    "plan: primary key (id, org_id) does not begin with org_id",
    { plan: pgTable("plan", { orgId: orgId(), id: id() }, (t) => [primaryKey({ columns: [t.id, t.orgId] })]) },
    { plan: TENANT },
  ],
  [
    "plan: unique key (code) does not begin with org_id",
    {
      plan: pgTable("plan", { orgId: orgId(), code: text("code").unique() }, (t) => [
        primaryKey({ columns: [t.orgId, t.code] }),
      ]),
    },
    { plan: TENANT },
  ],
  [
    "plan: unique key (code, org_id) does not begin with org_id",
    {
      plan: pgTable("plan", { orgId: orgId(), code: text("code") }, (t) => [
        primaryKey({ columns: [t.orgId] }),
        unique().on(t.code, t.orgId),
      ]),
    },
    { plan: TENANT },
  ],
  [
    "plan: unique index (code) does not begin with org_id",
    {
      plan: pgTable("plan", { orgId: orgId(), code: text("code") }, (t) => [
        primaryKey({ columns: [t.orgId] }),
        uniqueIndex("plan_code_idx").on(t.code),
      ]),
    },
    { plan: TENANT },
  ],
  [
    "plan: foreign key (wave_id) to wave does not begin with org_id",
    {
      organisation,
      wave,
      plan: pgTable("plan", { orgId: orgId(), waveId: uuid("wave_id") }, (t) => [
        primaryKey({ columns: [t.orgId, t.waveId] }),
        foreignKey({ columns: [t.waveId], foreignColumns: [wave.id] }),
      ]),
    },
    { organisation: GLOBAL, wave: TENANT, plan: TENANT },
  ],
])("found: %s", (breach, tables, inventory) => {
  expect(checkTableInventory(tables, inventory)).toContain(breach);
});
