import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { UNIT_KINDS } from "#contracts/register.ts";
import { WAVE_SOURCES, WAVE_STATUSES } from "#contracts/waves.ts";
import { organisation } from "./accounts.ts";
import { createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { unit } from "./register.ts";

/** One round of the diagnostic. */
export const wave = pgTable(
  "wave",
  {
    orgId: orgId(),
    id: id(),
    label: text("label").notNull(),
    status: text("status").notNull().default("draft"),
    source: text("source").notNull().default("none"),
    /** Smallest group shown; chosen before launch, can only be raised. */
    k: integer("k").notNull(),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
    publishedAt: instant("published_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisation.id] }),
    unique("wave_org_id_label_key").on(t.orgId, t.label),
    index("wave_org_id_closed_at_idx").on(t.orgId, t.closedAt.desc()),
    check("wave_status_check", sql`${t.status} in (${literals(WAVE_STATUSES)})`),
    check("wave_source_check", sql`${t.source} in (${literals(WAVE_SOURCES)})`),
    check("wave_k_check", sql`${t.k} >= 5`),
    check("wave_label_check", sql`length(${t.label}) between 1 and 80`),
    check("wave_times_check", sql`${t.closedAt} is null or ${t.openedAt} is null or ${t.closedAt} >= ${t.openedAt}`),
    check("wave_closed_check", sql`${t.status} not in ('sealed', 'published') or ${t.closedAt} is not null`),
  ],
);

/** The tree as frozen for a wave: old waves keep their tree whatever is reorganised later. */
export const waveUnit = pgTable(
  "wave_unit",
  {
    orgId: orgId(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    parentId: uuid("parent_id"),
    code: text("code").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    path: uuid("path").array().notNull(),
    /** Position in tree order (parents before children, siblings by name). */
    position: integer("position").notNull(),
    headcount: integer("headcount"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.waveId, t.unitId] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.parentId],
      foreignColumns: [t.orgId, t.waveId, t.unitId],
      name: "wave_unit_parent_fk",
    }),
    check("wave_unit_kind_check", sql`${t.kind} in (${literals(UNIT_KINDS)})`),
  ],
);
