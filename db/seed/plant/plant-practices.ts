import { and, eq, isNull } from "drizzle-orm";
import { unitPriority } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { RHYTHMS, type RhythmKind } from "#contracts/plans.ts";
import { asSystem } from "#server/authz/index.ts";
import { statePriorities } from "#server/modules/decisions/index.ts";
import { recordPractices } from "#server/modules/plans/index.ts";
import { daysAfter, isoDay } from "../calendar.ts";
import { contentOf, type Content, parsePurposes } from "../practices.ts";
import { seeded } from "../prng.ts";
import { emailAt } from "../story.ts";
import { act, clockAt } from "./acting.ts";
import { plantMeasures } from "./plant-measures.ts";
import { firstDayOf } from "./plant-newcomers.ts";
import { type Planted, unitNamed } from "./plant-organisation.ts";
import type { Accounts } from "./plant-people.ts";
import { plantUnderWay } from "./plant-under-way.ts";

/** How often a team meets, by kind; most keep to it, some are late. */
const EVERY: Record<RhythmKind, readonly number[]> = { one_to_one: [14, 21, 28, 42], team_review: [7, 14, 28, 28] };

/** What is in place in the teams, over and above what the supervisors with a sign-in have done, and other measures. */
export async function plantPractices(planted: Planted, accounts: Accounts): Promise<void> {
  const content = contentOf(planted.cast.story.slug);
  if (!content) return;
  await plantPriorities(planted, accounts, content);
  const { now } = planted.calendar;
  const practices = {
    purposes: await purposesOf(planted, content),
    rhythms: rhythmsOf(planted),
    support: supportOf(planted, content),
  };
  await asSystem("Demo", "wave:run", planted.orgId, (scope) => recordPractices(scope, practices), clockAt(now));
  await plantMeasures(planted, content.measures);
  if (content.underWay) await plantUnderWay(planted, accounts, content.underWay);
}

/** Whoever leads the whole organisation states them: leaders of directorates have no sign-in. */
async function plantPriorities(planted: Planted, accounts: Accounts, { practices }: Content): Promise<void> {
  const { story } = planted.cast;
  const leader = story.accounts.find((one) => one.role === "senior_leader" && one.at === null);
  const accountId = leader && accounts.get(emailAt(story, leader.address));
  if (!accountId) throw new Error(`nobody leads ${story.name}`);
  const state = (unitId: string, words: readonly string[], daysAgo: number) =>
    act({ slug: story.slug, accountId }, "priority:state", daysAfter(planted.calendar.now, -daysAgo), (scope) =>
      statePriorities(scope, { unitId, priorities: [...words], basedOn: [] }),
    );
  if (practices.organisation) await state(planted.rootUnitId, practices.organisation, 96);
  for (const [index, [name, words]] of Object.entries(practices.priorities).entries()) {
    await state(unitNamed(planted, name), words, 90 - 2 * index);
  }
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

function readTree(planted: Planted) {
  const { orgId } = planted;
  return asSystem("Demo", "unit:read", orgId, async ({ tx }) => {
    const units = await tx.select({ id: unit.id, path: unit.path }).from(unit).where(eq(unit.orgId, orgId));
    const stated = await tx
      .select({ id: unitPriority.id, unitId: unitPriority.unitId, position: unitPriority.position })
      .from(unitPriority)
      .where(and(eq(unitPriority.orgId, orgId), isNull(unitPriority.endedAt)));
    return {
      paths: new Map(units.map(({ id, path }) => [id, path])),
      priorities: new Map(stated.map(({ id, unitId, position }) => [`${unitId} ${position}`, id])),
    };
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
