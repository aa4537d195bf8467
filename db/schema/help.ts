import { sql } from "drizzle-orm";
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { HELP_STATUSES, HELP_STEPS, MEASURE_KINDS } from "#contracts/help.ts";
import { createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { person } from "./people.ts";
import { unit } from "./register.ts";

/** Help asked (code: escalation): a team asks the leader above, with a clock. Passed up when overdue or not theirs. */
export const escalation = pgTable(
  "escalation",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    askedBy: uuid("asked_by").notNull(),
    /** The unit whose leader has to answer now. */
    atUnitId: uuid("at_unit_id").notNull(),
    question: text("question").notNull(),
    askedOn: date("asked_on", { mode: "string" }).notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    status: text("status").notNull().default("waiting"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.atUnitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.askedBy], foreignColumns: [person.orgId, person.id] }),
    index("escalation_org_id_at_unit_id_status_due_on_idx").on(t.orgId, t.atUnitId, t.status, t.dueOn),
    index("escalation_org_id_unit_id_idx").on(t.orgId, t.unitId),
    check("escalation_status_check", sql`${t.status} in (${literals(HELP_STATUSES)})`),
    check("escalation_question_check", sql`length(${t.question}) between 1 and 400`),
    check("escalation_due_check", sql`${t.dueOn} > ${t.askedOn}`),
  ],
);

/** What happened to a request for help, in order; the sentence is read by the team. */
export const escalationStep = pgTable(
  "escalation_step",
  {
    orgId: orgId(),
    id: id(),
    escalationId: uuid("escalation_id").notNull(),
    atUnitId: uuid("at_unit_id").notNull(),
    kind: text("kind").notNull(),
    sentence: text("sentence"),
    byDate: date("by_date", { mode: "string" }),
    /** Null when the clock did it. */
    personId: uuid("person_id"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.escalationId], foreignColumns: [escalation.orgId, escalation.id] }),
    foreignKey({ columns: [t.orgId, t.atUnitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    index("escalation_step_org_id_escalation_id_at_idx").on(t.orgId, t.escalationId, t.at),
    check("escalation_step_kind_check", sql`${t.kind} in (${literals(HELP_STEPS)})`),
    check("escalation_step_sentence_check", sql`length(${t.sentence}) between 1 and 300`),
    check("escalation_step_date_check", sql`(${t.kind} = 'yes_by') = (${t.byDate} is not null)`),
  ],
);

/** Another measure by unit and year, with its own title, source and licence. Never mixed with Bearing's results. */
export const otherMeasure = pgTable(
  "other_measure",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    year: integer("year").notNull(),
    value: doublePrecision("value").notNull(),
    /** What the value is written as: "%", "of 5". */
    scale: text("scale").notNull(),
    source: text("source").notNull(),
    licence: text("licence").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    unique("other_measure_org_id_unit_id_title_year_key").on(t.orgId, t.unitId, t.title, t.year),
    check("other_measure_kind_check", sql`${t.kind} in (${literals(MEASURE_KINDS)})`),
    check("other_measure_year_check", sql`${t.year} between 1990 and 2100`),
    check(
      "other_measure_words_check",
      sql`length(${t.title}) between 1 and 120 and length(${t.source}) between 1 and 300 and length(${t.licence}) between 1 and 200`,
    ),
  ],
);

/** When somebody last opened a page that says "since you last looked". */
export const lastLook = pgTable(
  "last_look",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    page: text("page").notNull(),
    lookedAt: instant("looked_at").notNull(),
    /** The visit before, on another day: what "since" means while the page is open. */
    beforeAt: instant("before_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.personId, t.page] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    check("last_look_page_check", sql`length(${t.page}) between 1 and 60`),
  ],
);
