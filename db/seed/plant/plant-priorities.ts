import { and, eq, isNull } from "drizzle-orm";
import { unitPriority } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { asSystem } from "#server/authz/index.ts";
import { statePriorities } from "#server/modules/decisions/index.ts";
import { daysAfter } from "../calendar.ts";
import { contentOf } from "../practices.ts";
import { emailAt } from "../story.ts";
import { act } from "./acting.ts";
import { type Planted, unitNamed } from "./plant-organisation.ts";
import type { Accounts } from "./plant-people.ts";

/** Whoever leads the whole organisation states them: leaders of directorates have no sign-in. */
export async function plantPriorities(planted: Planted, accounts: Accounts): Promise<void> {
  const { story } = planted.cast;
  const practices = contentOf(story.slug)?.practices;
  if (!practices) return;
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

/** The priority at this position of the directorate in which a team hangs today. */
export async function priorityOf(planted: Planted, team: string, position: number): Promise<string | null> {
  const { paths, priorities } = await readTree(planted);
  return priorities.get(`${paths.get(unitNamed(planted, team))?.[1]} ${position}`) ?? null;
}

/** Where each unit hangs, by id, and the priorities stated today, by `unit id position`. */
export function readTree(planted: Planted) {
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
