import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { STATEMENT_PARTS } from "#contracts/statements.ts";
import { UNIT_KINDS } from "#contracts/register.ts";
import { PARTICIPATION_BANDS, WAVE_SOURCES, WAVE_STATUSES } from "#contracts/waves.ts";
import { organisation } from "./accounts.ts";
import { createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { person } from "./people.ts";
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
    /** Draft -> confirming: everything below and the tree are frozen from here on, by code and by a trigger. */
    launchedAt: instant("launched_at"),
    /** When it is to open and to close; null: by hand. */
    opensAt: instant("opens_at"),
    closesAt: instant("closes_at"),
    /** The day on which the answers are deleted; part of the promise. */
    deletesOn: date("deletes_on", { mode: "string" }),
    /** Made-up answers, to see what will be seen; never compared with a real wave. */
    rehearsal: boolean("rehearsal").notNull().default(false),
    /** "We have agreed this with staff side." */
    agreedWithStaff: boolean("agreed_with_staff").notNull().default(false),
    /** The respondent's page is offered in Welsh: HR has confirmed every Welsh statement of this wave. */
    welsh: boolean("welsh").notNull().default(false),
    /** sha256 of everything promised, made at opening. */
    receipt: text("receipt"),
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
    check("wave_planned_check", sql`${t.closesAt} is null or ${t.opensAt} is null or ${t.closesAt} > ${t.opensAt}`),
    check("wave_receipt_check", sql`${t.receipt} is null or ${t.receipt} ~ '^[0-9a-f]{64}$'`),
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
    /** People invited who sit directly here; null until a pulse opens. Shown only rounded (participation). */
    invited: integer("invited"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.waveId, t.unitId] }),
    check("wave_unit_invited_check", sql`${t.invited} is null or ${t.invited} >= 0`),
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

/** What a wave asks, word for word. Written while it is a draft, immutable afterwards (a trigger). */
export const waveStatement = pgTable(
  "wave_statement",
  {
    orgId: orgId(),
    waveId: uuid("wave_id").notNull(),
    /** D1-D6, E1-E6, X1-X3 or L1-L5. */
    code: text("code").notNull(),
    position: integer("position").notNull(),
    part: text("part").notNull(),
    en: text("en").notNull(),
    /** Null while nobody has confirmed it. */
    cy: text("cy"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.waveId, t.code] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    check("wave_statement_code_check", sql`${t.code} ~ '^([DE][1-6]|X[1-3]|L[1-5])$'`),
    check("wave_statement_part_check", sql`${t.part} in (${literals(STATEMENT_PARTS)})`),
    check("wave_statement_words_check", sql`length(${t.en}) between 3 and 200 and length(${t.cy}) between 3 and 240`),
  ],
);

/**
 * Teams that report together in one wave: siblings under a temporary unit in the tree being frozen. The id becomes that
 * unit's at launch. Kept while the wave is a draft, and read by nobody afterwards.
 */
export const waveGroup = pgTable(
  "wave_group",
  {
    orgId: orgId(),
    waveId: uuid("wave_id").notNull(),
    id: id(),
    /** The unit above all of its teams. */
    parentId: uuid("parent_id").notNull(),
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.waveId, t.id] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    foreignKey({ columns: [t.orgId, t.parentId], foreignColumns: [unit.orgId, unit.id] }),
    unique("wave_group_org_id_id_key").on(t.orgId, t.id),
    check("wave_group_name_check", sql`length(${t.name}) between 1 and 120`),
  ],
);

/** A team of such a group, in one group at most, and who said yes for it: its supervisor, or HR. */
export const waveGroupTeam = pgTable(
  "wave_group_team",
  {
    orgId: orgId(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    groupId: uuid("group_id").notNull(),
    /** Null while the team's supervisor has not agreed: the group then does not count. */
    agreedBy: uuid("agreed_by"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.waveId, t.unitId] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.groupId],
      foreignColumns: [waveGroup.orgId, waveGroup.waveId, waveGroup.id],
    }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.agreedBy], foreignColumns: [person.orgId, person.id] }),
    index("wave_group_team_org_id_group_id_idx").on(t.orgId, t.groupId),
  ],
);

/** A supervisor's yes to the list of a team, for one wave. */
export const waveConfirmation = pgTable(
  "wave_confirmation",
  {
    orgId: orgId(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    personId: uuid("person_id").notNull(),
    confirmedAt: instant("confirmed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.waveId, t.unitId] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
  ],
);

/** How many have answered so far, in coarse bands, once a day and only for units with enough people (rules.ts). */
export const waveParticipation = pgTable(
  "wave_participation",
  {
    orgId: orgId(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    onDay: date("on_day", { mode: "string" }).notNull(),
    band: text("band").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.waveId, t.unitId, t.onDay] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    check("wave_participation_band_check", sql`${t.band} in (${literals(PARTICIPATION_BANDS)})`),
  ],
);
