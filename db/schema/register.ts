import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { REGISTRATION_DECISIONS, UNIT_KINDS, UNIT_STATUSES, WORKING_PATTERNS } from "#contracts/register.ts";
import { WAVE_CADENCES } from "#contracts/waves.ts";
import { organisation } from "./accounts.ts";
import { createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { person } from "./people.ts";

/** A node of the tree: the organisation itself (root), a unit, or a team (leaf). */
export const unit = pgTable(
  "unit",
  {
    orgId: orgId(),
    id: id(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    status: text("status").notNull().default("live"),
    /**
     * Ancestors from the root down to this unit itself, as of now. Kept in step with `unit_placement` by the one
     * use-case that moves units; a scope is then one array-overlap instead of a recursive query per request.
     */
    path: uuid("path").array().notNull(),
    headcount: integer("headcount"),
    workingPattern: text("working_pattern"),
    closedOn: date("closed_on", { mode: "string" }),
    mergedInto: uuid("merged_into"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisation.id] }),
    foreignKey({ columns: [t.orgId, t.mergedInto], foreignColumns: [t.orgId, t.id], name: "unit_merged_into_fk" }),
    unique("unit_org_id_code_key").on(t.orgId, t.code),
    uniqueIndex("unit_one_root_key").on(t.orgId).where(sql`kind = 'organisation'`),
    check("unit_kind_check", sql`${t.kind} in (${literals(UNIT_KINDS)})`),
    check("unit_status_check", sql`${t.status} in (${literals(UNIT_STATUSES)})`),
    check("unit_name_check", sql`length(${t.name}) between 1 and 120`),
    check("unit_code_check", sql`length(${t.code}) between 1 and 40`),
    check("unit_headcount_check", sql`${t.headcount} is null or ${t.headcount} between 0 and 100000`),
    check(
      "unit_working_pattern_check",
      sql`${t.workingPattern} is null or ${t.workingPattern} in (${literals(WORKING_PATTERNS)})`,
    ),
    check("unit_path_check", sql`cardinality(${t.path}) >= 1 and ${t.path}[cardinality(${t.path})] = ${t.id}`),
  ],
);

/** Dated membership of a unit in its parent. Open while `ends_on` is null. */
export const unitPlacement = pgTable(
  "unit_placement",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    parentId: uuid("parent_id").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    /** First day on which it no longer holds. */
    endsOn: date("ends_on", { mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.parentId], foreignColumns: [unit.orgId, unit.id] }),
    uniqueIndex("unit_placement_open_key").on(t.orgId, t.unitId).where(sql`ends_on is null`),
    index("unit_placement_org_id_parent_id_idx").on(t.orgId, t.parentId),
    check("unit_placement_dates_check", sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    check("unit_placement_self_check", sql`${t.unitId} <> ${t.parentId}`),
  ],
);

/**
 * How a team came into the register: who asked for it, with which supervisor, and what HR decided. The supervisor stands
 * here while the team waits, because nobody holds a role in a team that does not exist yet.
 */
export const teamRegistration = pgTable(
  "team_registration",
  {
    orgId: orgId(),
    unitId: uuid("unit_id").notNull(),
    registeredBy: uuid("registered_by").notNull(),
    /** Null: to be taken from the address when the person is new. */
    supervisorName: text("supervisor_name"),
    supervisorEmail: text("supervisor_email").notNull(),
    /** Null while it waits. */
    decision: text("decision"),
    /** Null while it waits, and when a job decided. */
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    /** Why HR declined, for whoever asked. */
    reason: text("reason"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.unitId] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.registeredBy], foreignColumns: [person.orgId, person.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [person.orgId, person.id] }),
    index("team_registration_org_id_created_at_idx").on(t.orgId, t.createdAt.desc()),
    check(
      "team_registration_decision_check",
      sql`${t.decision} is null or ${t.decision} in (${literals(REGISTRATION_DECISIONS)})`,
    ),
    check(
      "team_registration_decided_check",
      sql`(${t.decision} is null) = (${t.decidedAt} is null) and (${t.decision} is not null or ${t.decidedBy} is null)`,
    ),
    check("team_registration_reason_check", sql`${t.reason} is null or length(${t.reason}) between 1 and 500`),
    check(
      "team_registration_name_check",
      sql`${t.supervisorName} is null or length(${t.supervisorName}) between 1 and 120`,
    ),
  ],
);

/** What an organisation has decided for itself. One row, made with the organisation. */
export const organisationSetting = pgTable(
  "organisation_setting",
  {
    orgId: orgId(),
    /** A registered team is live at once, or after HR's yes. */
    teamRegistration: text("team_registration").notNull().default("approve"),
    zone: text("zone").notNull().default("Europe/London"),
    /** Shown on the no-access page. */
    hrContact: text("hr_contact").notNull().default("your HR team"),
    k: integer("k").notNull().default(5),
    /** After a wave opens, the next one is planned by itself. */
    waveCadence: text("wave_cadence").notNull().default("by_hand"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId] }),
    check("organisation_setting_cadence_check", sql`${t.waveCadence} in (${literals(WAVE_CADENCES)})`),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisation.id] }),
    check("organisation_setting_registration_check", sql`${t.teamRegistration} in (${literals(["live", "approve"])})`),
    check("organisation_setting_k_check", sql`${t.k} >= 5`),
  ],
);

/**
 * Who works in a team (or directly in a unit), dated: the list that supervisors confirm and pulses are sent to. Not a
 * sign-in and not a role. No address: answers by a printed code.
 */
export const teamMember = pgTable(
  "team_member",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    name: text("name").notNull(),
    email: text("email"),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    /** First day on which it no longer holds. */
    endsOn: date("ends_on", { mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    uniqueIndex("team_member_open_key").on(t.orgId, t.unitId, t.email).where(sql`ends_on is null`),
    index("team_member_org_id_email_idx").on(t.orgId, t.email),
    check("team_member_name_check", sql`length(${t.name}) between 1 and 120`),
    check("team_member_email_check", sql`${t.email} = lower(${t.email}) and length(${t.email}) between 3 and 254`),
    check("team_member_dates_check", sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
  ],
);
