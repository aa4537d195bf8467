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
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { TEAM_EVENTS } from "#contracts/signals.ts";
import { createdAt, id, instant, literals, nullableSmallints, orgId } from "./helpers.ts";
import { person } from "./people.ts";
import { unit } from "./register.ts";
import { wave } from "./waves.ts";

/**
 * A supervisor's own view of one team in one wave: named, and given before the pulse is seen. One row per team and wave.
 * The private note is kept apart, in a table that only its author can read.
 */
export const assessment = pgTable(
  "assessment",
  {
    orgId: orgId(),
    id: id(),
    waveId: uuid("wave_id").notNull(),
    teamId: uuid("team_id").notNull(),
    /** Who saved last; shown to a second editor in the 409. */
    personId: uuid("person_id").notNull(),
    /** Counts saves; a save that names another revision is refused with both texts. */
    revision: integer("revision").notNull().default(0),
    signalU: smallint("signal_u"),
    signalC: smallint("signal_c"),
    signalI: smallint("signal_i"),
    signalK: smallint("signal_k"),
    changeRolledOut: boolean("change_rolled_out").notNull().default(false),
    backlogGrowing: boolean("backlog_growing").notNull().default(false),
    serviceCouldBeHarmed: boolean("service_could_be_harmed").notNull().default(false),
    /** Twelve, in the order of STATEMENT_CODES: 1-5, 0 does not apply, null not answered. */
    answers: nullableSmallints("answers"),
    openCases: integer("open_cases"),
    casesBeyondAge: integer("cases_beyond_age"),
    arrivals: integer("arrivals"),
    closures: integer("closures"),
    dueMilestones: integer("due_milestones"),
    overdueMilestones: integer("overdue_milestones"),
    completedItems: integer("completed_items"),
    reworkedItems: integer("reworked_items"),
    vacancies: integer("vacancies"),
    handoversMissed: integer("handovers_missed"),
    part1ClosedAt: instant("part1_closed_at"),
    part2ClosedAt: instant("part2_closed_at"),
    part3ClosedAt: instant("part3_closed_at"),
    savedAt: instant("saved_at").notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("assessment_org_id_wave_id_team_id_key").on(t.orgId, t.waveId, t.teamId),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    foreignKey({ columns: [t.orgId, t.teamId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    index("assessment_org_id_team_id_idx").on(t.orgId, t.teamId),
    check(
      "assessment_signals_check",
      sql`least(signal_u, signal_c, signal_i, signal_k) >= 0 and greatest(signal_u, signal_c, signal_i, signal_k) <= 3`,
    ),
    check(
      "assessment_answers_check",
      sql`${t.answers} is null or (cardinality(${t.answers}) = 12 and 0 <= all(${t.answers}) is not false and 5 >= all(${t.answers}) is not false)`,
    ),
    check(
      "assessment_facts_check",
      sql`least(open_cases, cases_beyond_age, arrivals, closures, due_milestones, overdue_milestones, completed_items, reworked_items, vacancies, handovers_missed) >= 0`,
    ),
    check(
      "assessment_facts_parts_check",
      sql`(overdue_milestones is null or due_milestones is null or overdue_milestones <= due_milestones) and (reworked_items is null or completed_items is null or reworked_items <= completed_items) and (cases_beyond_age is null or open_cases is null or cases_beyond_age <= open_cases)`,
    ),
    check("assessment_revision_check", sql`${t.revision} >= 0`),
  ],
);

/** The private note of part 4: a policy lets only its author read it. */
export const assessmentNote = pgTable(
  "assessment_note",
  {
    orgId: orgId(),
    assessmentId: uuid("assessment_id").notNull(),
    personId: uuid("person_id").notNull(),
    note: text("note").notNull(),
    savedAt: instant("saved_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.assessmentId, t.personId] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    check("assessment_note_length_check", sql`length(${t.note}) <= 4000`),
    foreignKey({ columns: [t.orgId, t.assessmentId], foreignColumns: [assessment.orgId, assessment.id] }),
  ],
);

/** Something that happened to a unit or team, drawn as a thin line on trends. */
export const teamEvent = pgTable(
  "team_event",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    kind: text("kind").notNull(),
    label: text("label").notNull().default(""),
    happenedOn: date("happened_on", { mode: "string" }).notNull(),
    /** The wave in whose assessment it was reported; null when registered otherwise. */
    waveId: uuid("wave_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    unique("team_event_org_id_unit_id_wave_id_kind_key").on(t.orgId, t.unitId, t.waveId, t.kind),
    check("team_event_kind_check", sql`${t.kind} in (${literals([...TEAM_EVENTS, "reorganised"])})`),
    check("team_event_label_check", sql`length(${t.label}) <= 120`),
  ],
);
