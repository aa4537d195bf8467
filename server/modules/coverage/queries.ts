import { and, asc, desc, eq, exists, gte, inArray, isNull, lte, min, or, sql } from "drizzle-orm";
import { person, roleAssignment } from "#db/schema/people.ts";
import { planAction, rhythm, supervisorSupport, teamPurpose } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { RHYTHMS } from "#contracts/plans.ts";
import { within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import type { Support, TeamFacts } from "./rules.ts";

const live = (scope: Scope) =>
  and(eq(unit.orgId, scope.organisation.id), eq(unit.status, "live"), within(scope, unit.path));

const one = { one: sql`1` };

/** Every live team of the part with what it has. */
export function listTeamFacts(scope: Scope): Promise<TeamFacts[]> {
  const { tx, organisation } = scope;
  const purpose = tx
    .select(one)
    .from(teamPurpose)
    .where(and(eq(teamPurpose.orgId, organisation.id), eq(teamPurpose.unitId, unit.id)));
  const plan = tx
    .select(one)
    .from(planAction)
    .where(and(eq(planAction.orgId, organisation.id), eq(planAction.unitId, unit.id), isNull(planAction.closedOn)));
  const rhythms = tx
    .select({ kinds: sql`count(*)` })
    .from(rhythm)
    .where(and(eq(rhythm.orgId, organisation.id), eq(rhythm.unitId, unit.id)));
  return tx
    .select({
      path: unit.path,
      purpose: sql<boolean>`${exists(purpose)}`,
      plan: sql<boolean>`${exists(plan)}`,
      rhythm: sql<boolean>`(${rhythms}) = ${RHYTHMS.length}`,
    })
    .from(unit)
    .where(and(live(scope), eq(unit.kind, "team")));
}

/** The reader's own units, and the level right below them in the order of the tree. */
export async function listLevels(scope: Scope) {
  const place = { id: unit.id, name: unit.name };
  const parent = sql`${unit.path}[cardinality(${unit.path}) - 1]`;
  const own = await scope.tx
    .select(place)
    .from(unit)
    .where(and(live(scope), inArray(unit.id, [...scope.roots])))
    .orderBy(asc(unit.name), asc(unit.id));
  const below = await scope.tx
    .select(place)
    .from(unit)
    .where(and(live(scope), eq(unit.kind, "unit"), inArray(parent, [...scope.roots])))
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(200);
  return { own, below };
}

/** Supervisors in force today, each with the first day on which they ever supervised or led here and what they were given. */
export async function listSupervisors(
  scope: Scope,
  today: string,
): Promise<{ since: string; support: Support | null }[]> {
  const { tx, organisation } = scope;
  const inForce = tx
    .selectDistinct({ personId: roleAssignment.personId })
    .from(roleAssignment)
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
    .innerJoin(person, and(eq(person.orgId, roleAssignment.orgId), eq(person.id, roleAssignment.personId)))
    .where(
      and(
        live(scope),
        eq(roleAssignment.role, "supervisor"),
        eq(person.status, "active"),
        // Who stands in for four weeks is not new in post.
        isNull(roleAssignment.deputyOf),
        isNull(roleAssignment.revokedAt),
        lte(roleAssignment.startsOn, today),
        or(isNull(roleAssignment.endsOn), gte(roleAssignment.endsOn, today)),
      ),
    );
  const rows = await tx
    .select({ since: min(roleAssignment.startsOn), support: supervisorSupport })
    .from(roleAssignment)
    .leftJoin(
      supervisorSupport,
      and(eq(supervisorSupport.orgId, roleAssignment.orgId), eq(supervisorSupport.personId, roleAssignment.personId)),
    )
    .where(
      and(
        eq(roleAssignment.orgId, organisation.id),
        inArray(roleAssignment.role, ["supervisor", "senior_leader"]),
        isNull(roleAssignment.deputyOf),
        inArray(roleAssignment.personId, inForce),
      ),
    )
    .groupBy(roleAssignment.personId, supervisorSupport.orgId, supervisorSupport.personId)
    .orderBy(desc(min(roleAssignment.startsOn)));
  return rows.map(({ since, support }) => ({ since: since ?? today, support }));
}
