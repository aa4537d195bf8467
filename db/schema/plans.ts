import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { LENSES } from "#contracts/calls.ts";
import { ACTION_OUTCOMES, DETECTORS, PLAYBOOKS, type PlaybookState, RHYTHMS } from "#contracts/plans.ts";
import { WAITING_KINDS } from "#contracts/waiting.ts";
import { teamCall } from "./calls.ts";
import { createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { person } from "./people.ts";
import { unit } from "./register.ts";

/** An action of a team's plan: at most three open, one owner, due within eight weeks (server/modules/plans/rules.ts). */
export const planAction = pgTable(
  "plan_action",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    side: text("side").notNull(),
    result: text("result").notNull(),
    steps: text("steps").array().notNull(),
    ownerId: uuid("owner_id").notNull(),
    startedOn: date("started_on", { mode: "string" }).notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    libraryId: text("library_id"),
    callId: uuid("call_id"),
    /** It does not fit the call, and was chosen after that was said. */
    chosenAnyway: boolean("chosen_anyway").notNull().default(false),
    createdBy: uuid("created_by").notNull(),
    closedOn: date("closed_on", { mode: "string" }),
    outcome: text("outcome"),
    learned: text("learned"),
    /** Of a check: what would be lost without it; empty where nobody could say. */
    wouldLose: text("would_lose"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [person.orgId, person.id] }),
    foreignKey({ columns: [t.orgId, t.createdBy], foreignColumns: [person.orgId, person.id] }),
    foreignKey({ columns: [t.orgId, t.callId], foreignColumns: [teamCall.orgId, teamCall.id] }),
    index("plan_action_org_id_unit_id_closed_on_idx").on(t.orgId, t.unitId, t.closedOn),
    check("plan_action_side_check", sql`${t.side} in (${literals(LENSES)})`),
    check("plan_action_result_check", sql`length(${t.result}) between 1 and 200`),
    check("plan_action_steps_check", sql`cardinality(${t.steps}) <= 5`),
    check("plan_action_due_check", sql`${t.dueOn} between ${t.startedOn} and ${t.startedOn} + 56`),
    check("plan_action_outcome_check", sql`${t.outcome} in (${literals(ACTION_OUTCOMES)})`),
    check("plan_action_closed_check", sql`(${t.closedOn} is null) = (${t.outcome} is null)`),
    check("plan_action_words_check", sql`length(${t.learned}) <= 500 and length(${t.wouldLose}) <= 500`),
  ],
);

/** A playbook that a team follows; at most one of each at a time. The state is what the rules read and return. */
export const playbookRun = pgTable(
  "playbook_run",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    name: text("name").notNull(),
    state: jsonb("state").$type<PlaybookState>().notNull(),
    /** Counts changes: a change that names another one is refused. */
    revision: integer("revision").notNull().default(0),
    startedBy: uuid("started_by").notNull(),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.startedBy], foreignColumns: [person.orgId, person.id] }),
    uniqueIndex("playbook_run_open_key").on(t.orgId, t.unitId, t.name).where(sql`ended_at is null`),
    check("playbook_run_name_check", sql`${t.name} in (${literals(PLAYBOOKS)})`),
  ],
);

/** What a unit's leader wants to hold to; up to three live ones. */
export const unitPriority = pgTable(
  "unit_priority",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    position: smallint("position").notNull(),
    words: text("words").notNull(),
    personId: uuid("person_id").notNull(),
    createdAt: createdAt(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    uniqueIndex("unit_priority_live_key").on(t.orgId, t.unitId, t.position).where(sql`ended_at is null`),
    check("unit_priority_position_check", sql`${t.position} between 1 and 3`),
    check("unit_priority_words_check", sql`length(${t.words}) between 3 and 160`),
  ],
);

/** A team's purpose in one sentence; the latest holds, the others are its history. */
export const teamPurpose = pgTable(
  "team_purpose",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    sentence: text("sentence").notNull(),
    benefits: text("benefits").notNull(),
    priorityId: uuid("priority_id"),
    personId: uuid("person_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.priorityId], foreignColumns: [unitPriority.orgId, unitPriority.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    index("team_purpose_org_id_unit_id_created_at_idx").on(t.orgId, t.unitId, t.createdAt.desc()),
    check("team_purpose_words_check", sql`length(${t.sentence}) between 3 and 300 and length(${t.benefits}) <= 80`),
  ],
);

/** One-to-ones and team reviews: how often, and when last. Never what was said. */
export const rhythm = pgTable(
  "rhythm",
  {
    orgId: orgId(),
    unitId: uuid("unit_id").notNull(),
    kind: text("kind").notNull(),
    everyDays: integer("every_days").notNull(),
    lastHeldOn: date("last_held_on", { mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.unitId, t.kind] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    check("rhythm_kind_check", sql`${t.kind} in (${literals(RHYTHMS)})`),
    check("rhythm_every_check", sql`${t.everyDays} between 1 and 120`),
  ],
);

/** What a team waits for from others, and what waits for its supervisor to decide. */
export const waitingOn = pgTable(
  "waiting_on",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    kind: text("kind").notNull().default("others"),
    /** Whom the team waits for; of a decision, who asks for it. */
    who: text("who").notNull(),
    needed: text("needed").notNull(),
    /** Of a decision, the day since which it waits. */
    lastContactOn: date("last_contact_on", { mode: "string" }).notNull(),
    closedOn: date("closed_on", { mode: "string" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    index("waiting_on_org_id_unit_id_closed_on_idx").on(t.orgId, t.unitId, t.closedOn),
    check("waiting_on_kind_check", sql`${t.kind} in (${literals(WAITING_KINDS)})`),
    check("waiting_on_words_check", sql`length(${t.who}) between 1 and 120 and length(${t.needed}) between 1 and 300`),
  ],
);

/** What a supervisor under twelve months in post has been given. HR sees how many have; see thresholds.ts. */
export const supervisorSupport = pgTable(
  "supervisor_support",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    mentor: text("mentor"),
    firstTrainingOn: date("first_training_on", { mode: "string" }),
    secondTrainingOn: date("second_training_on", { mode: "string" }),
    lastCheckInOn: date("last_check_in_on", { mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.personId] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    check("supervisor_support_mentor_check", sql`length(${t.mentor}) between 1 and 120`),
  ],
);

/** "Does not apply", with the reason, to something worth checking. A policy lets only its author read it. */
export const worthCheckingAnswer = pgTable(
  "worth_checking_answer",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    personId: uuid("person_id").notNull(),
    detector: text("detector").notNull(),
    reason: text("reason").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    index("worth_checking_answer_org_id_unit_id_idx").on(t.orgId, t.unitId),
    check("worth_checking_answer_detector_check", sql`${t.detector} in (${literals(DETECTORS)})`),
    check("worth_checking_answer_reason_check", sql`length(${t.reason}) between 1 and 300`),
  ],
);

/** What a team was told: you said, we decided. On its public page and its noticeboard; no numbers. */
export const teamDecision = pgTable(
  "team_decision",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    said: text("said").notNull(),
    decided: text("decided").notNull(),
    decidedOn: date("decided_on", { mode: "string" }).notNull(),
    personId: uuid("person_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    index("team_decision_org_id_unit_id_decided_on_idx").on(t.orgId, t.unitId, t.decidedOn.desc()),
    check(
      "team_decision_words_check",
      sql`length(${t.said}) between 1 and 300 and length(${t.decided}) between 1 and 300`,
    ),
  ],
);
