import { and, desc, eq, gt } from "drizzle-orm";
import { ACTIONS } from "#content/actions/index.ts";
import type { Call, Lens } from "#contracts/calls.ts";
import { addDays } from "#contracts/dates.ts";
import { teamCall } from "#db/schema/calls.ts";
import { RHYTHMS, type RhythmKind } from "#contracts/plans.ts";
import { asSystem } from "#server/authz/index.ts";
import { recordPractices } from "#server/modules/plans/index.ts";
import { daysAfter, isoDay } from "../calendar.ts";
import { contentOf, type Content, parsePurposes } from "../practices.ts";
import { seeded } from "../prng.ts";
import { clockAt } from "./acting.ts";
import { plantMeasures } from "./plant-measures.ts";
import { firstDayOf } from "./plant-newcomers.ts";
import type { Planted } from "./plant-organisation.ts";
import type { Accounts } from "./plant-people.ts";
import { readTree } from "./plant-priorities.ts";
import { plantUnderWay } from "./plant-under-way.ts";

/** How often a team meets, by kind; most keep to it, some are late. */
const EVERY: Record<RhythmKind, readonly number[]> = { one_to_one: [14, 21, 28, 42], team_review: [7, 14, 28, 28] };

/** What is in place in the teams, over and above what the supervisors with a sign-in have done, and other measures. */
export async function plantPractices(planted: Planted, accounts: Accounts): Promise<void> {
  const content = contentOf(planted.cast.story.slug);
  if (!content) return;
  const { now } = planted.calendar;
  const practices = {
    purposes: await purposesOf(planted, content),
    rhythms: rhythmsOf(planted),
    actions: actionsOf(planted, await readCalls(planted)),
    support: supportOf(planted, content),
  };
  await asSystem("Demo", "wave:run", planted.orgId, (scope) => recordPractices(scope, practices), clockAt(now));
  await plantMeasures(planted, content.measures);
  if (content.underWay) await plantUnderWay(planted, accounts, content.underWay);
}

/** Each links to the priority of where its team hangs today, after any reorganisation. */
async function purposesOf(planted: Planted, { practices }: Content) {
  const { cast, calendar, unitIds, supervisorIds } = planted;
  const { paths, priorities } = await readTree(planted);
  return parsePurposes(practices.purposes).map(({ team, sentence, benefits, serves }) => {
    const code = cast.codeOf(team);
    const [teamId = "", personId = ""] = [unitIds.get(code), supervisorIds.get(code)];
    const unitId = paths.get(teamId)?.[serves?.of === "directorate" ? 1 : 0];
    const priorityId = serves && (priorities.get(`${unitId} ${serves.position}`) ?? null);
    if (serves && !priorityId) throw new Error(`${team}: no such priority`);
    const at = daysAfter(calendar.now, -seeded(cast.story.slug, code, "purpose").between(6, 64));
    return { teamId, personId, sentence, benefits, priorityId, at };
  });
}

/** About half of the teams, some with one kind only; teams whose supervisor keeps their own are left to them. */
function rhythmsOf({ cast, calendar, unitIds }: Planted) {
  const own = new Set(cast.story.plan?.rhythms.map(({ team }) => cast.codeOf(team)));
  return cast.teams.flatMap(({ code }) => {
    const teamId = unitIds.get(code);
    const dice = seeded(cast.story.slug, code, "rhythm");
    if (!teamId || own.has(code) || !dice.chance(0.56)) return [];
    const kinds = dice.chance(0.85) ? RHYTHMS : [dice.pick(RHYTHMS)];
    return kinds.map((kind) => {
      const everyDays = dice.pick(EVERY[kind]);
      const lastHeldOn = isoDay(daysAfter(calendar.now, -dice.whole(1, Math.round(everyDays * 1.25))));
      return { teamId, kind, everyDays, lastHeldOn };
    });
  });
}

type HeldCall = { callId: string; holds: Call; madeAt: Date };

/** The call that holds for each team, by the team's id. */
function readCalls({ orgId, calendar }: Planted): Promise<Map<string, HeldCall>> {
  return asSystem("Demo", "unit:read", orgId, async ({ tx }) => {
    const rows = await tx
      .selectDistinctOn([teamCall.unitId], {
        teamId: teamCall.unitId,
        callId: teamCall.id,
        call: teamCall.call,
        choice: teamCall.choice,
        madeAt: teamCall.madeAt,
      })
      .from(teamCall)
      .where(and(eq(teamCall.orgId, orgId), gt(teamCall.expiresAt, calendar.now)))
      .orderBy(teamCall.unitId, desc(teamCall.madeAt));
    return new Map(
      rows.map(({ teamId, callId, call, choice, madeAt }) => [
        teamId,
        { callId, holds: (choice ?? call) as Call, madeAt },
      ]),
    );
  });
}

/** More than half of the teams with a call have begun one or two actions that fit it; no two teams the same way. */
function actionsOf({ cast, unitIds, supervisorIds }: Planted, calls: ReadonlyMap<string, HeldCall>) {
  const own = new Set(cast.story.plan?.actions.map(({ team }) => cast.codeOf(team)));
  return cast.teams.flatMap(({ code }) => {
    const [teamId = "", personId = ""] = [unitIds.get(code), supervisorIds.get(code)];
    const call = calls.get(teamId);
    const dice = seeded(cast.story.slug, code, "actions");
    if (!call || call.holds === "too_close_to_call" || own.has(code) || !dice.chance(0.6)) return [];
    const side = sideOf(call.holds) ?? dice.pick(["lead", "manage"] as const);
    const fitting = ACTIONS.filter((action) => action.side === side);
    const from = dice.whole(0, fitting.length - 1);
    return Array.from({ length: dice.whole(1, 2) }, (_, i) => {
      // Far apart in the library, so that the two differ.
      const action = fitting[(from + i * 11) % fitting.length];
      if (!action) throw new Error("the library is empty");
      const startedOn = isoDay(call.madeAt);
      return {
        ...{ teamId, personId, callId: call.callId, side, libraryId: action.id, startedOn },
        result: action.side === "lead" ? action.destination : action.protects,
        steps: action.steps,
        dueOn: addDays(startedOn, Math.min(56, 7 * action.weeks + 7)),
      };
    });
  });
}

/** The side that a call asks for first; null for one that asks for neither. */
function sideOf(call: Call): Lens | null {
  if (call === "lead" || call === "lead_then_manage") return "lead";
  return call === "manage" || call === "manage_then_lead" ? "manage" : null;
}

function supportOf(planted: Planted, { newcomers }: Content) {
  const { cast, calendar, supervisorIds } = planted;
  return newcomers.flatMap(({ team, support }) => {
    const personId = supervisorIds.get(cast.codeOf(team));
    if (!support || !personId) return [];
    const onDay = (days: number | null) => (days === null ? null : isoDay(daysAfter(firstDayOf(planted, team), days)));
    const { mentor, firstTraining, secondTraining, checkInDaysAgo } = support;
    return [
      {
        personId,
        mentor,
        firstTrainingOn: onDay(firstTraining),
        secondTrainingOn: onDay(secondTraining),
        lastCheckInOn: checkInDaysAgo === null ? null : isoDay(daysAfter(calendar.now, -checkInDaysAgo)),
      },
    ];
  });
}
