import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { CALLS, type CallBasis } from "#contracts/calls.ts";
import { createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { person } from "./people.ts";
import { unit } from "./register.ts";
import { wave } from "./waves.ts";

/** One call for a team (or for a leader's direct reports), as its line may read it. Never changed but for the choice. */
export const teamCall = pgTable(
  "team_call",
  {
    orgId: orgId(),
    id: id(),
    unitId: uuid("unit_id").notNull(),
    personId: uuid("person_id").notNull(),
    /** The wave in whose assessment it was made; null for a check in between. */
    waveId: uuid("wave_id"),
    call: text("call").notNull(),
    /** Decided otherwise, or where the rule does not decide. */
    choice: text("choice"),
    decidedAt: instant("decided_at"),
    madeAt: instant("made_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    index("team_call_org_id_unit_id_made_at_idx").on(t.orgId, t.unitId, t.madeAt.desc()),
    check("team_call_call_check", sql`${t.call} in (${literals(CALLS)})`),
    check(
      "team_call_choice_check",
      sql`${t.choice} is null or ${t.choice} in (${literals(CALLS.filter((c) => c !== "too_close_to_call"))})`,
    ),
    check("team_call_decided_check", sql`(${t.choice} is null) = (${t.decidedAt} is null)`),
    check("team_call_times_check", sql`${t.expiresAt} > ${t.madeAt}`),
  ],
);

/**
 * What was known when a call was made, with the strengths of the signals, and why its supervisor decided otherwise. A
 * policy lets only its author read it.
 */
export const callPrivate = pgTable(
  "call_private",
  {
    orgId: orgId(),
    callId: uuid("call_id").notNull(),
    personId: uuid("person_id").notNull(),
    basis: jsonb("basis").$type<CallBasis>().notNull(),
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.callId] }),
    foreignKey({ columns: [t.orgId, t.callId], foreignColumns: [teamCall.orgId, teamCall.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    check("call_private_reason_check", sql`length(${t.reason}) between 1 and 500`),
  ],
);
