import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { person } from "#db/schema/people.ts";
import { teamDecision, teamPurpose, unitPriority } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

export const todayOf = (scope: Scope): string => dateIn(scope.organisation.zone, scope.clock.now());

const PLACE = { id: unit.id, code: unit.code, name: unit.name, kind: unit.kind, path: unit.path };
export type Place = { id: string; code: string; name: string; kind: string; path: string[] };

const live = (scope: Scope) =>
  and(eq(unit.orgId, scope.organisation.id), eq(unit.status, "live"), within(scope, unit.path));

/** A live unit or team in the scope's part. @throws not_found */
export async function mustFindPlace(scope: Scope, id: string, what: "team" | "unit"): Promise<Place> {
  const [found] = await scope.tx
    .select(PLACE)
    .from(unit)
    .where(and(live(scope), eq(unit.id, id)));
  if (!found || (found.kind === "team") !== (what === "team")) throw notFound(what);
  return found;
}

export function listTeams(scope: Scope, limit: number): Promise<Place[]> {
  return scope.tx
    .select(PLACE)
    .from(unit)
    .where(and(live(scope), eq(unit.kind, "team")))
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(limit);
}

/** The units that the reader leads and the level right below them, in the order of the tree. */
export function listUnits(scope: Scope, limit: number): Promise<Place[]> {
  const parent = sql`${unit.path}[cardinality(${unit.path}) - 1]`;
  return scope.tx
    .select(PLACE)
    .from(unit)
    .where(
      and(
        live(scope),
        sql`${unit.kind} <> 'team'`,
        sql`(${inArray(unit.id, [...scope.roots])} or ${inArray(parent, [...scope.roots])})`,
      ),
    )
    .orderBy(sql`cardinality(${unit.path})`, asc(unit.name), asc(unit.id))
    .limit(limit);
}

export function listPriorities(scope: Scope, unitIds: readonly string[]) {
  return scope.tx
    .select({
      id: unitPriority.id,
      unitId: unitPriority.unitId,
      position: unitPriority.position,
      words: unitPriority.words,
      createdAt: unitPriority.createdAt,
    })
    .from(unitPriority)
    .where(
      and(
        eq(unitPriority.orgId, scope.organisation.id),
        inArray(unitPriority.unitId, [...unitIds]),
        isNull(unitPriority.endedAt),
      ),
    )
    .orderBy(asc(unitPriority.unitId), asc(unitPriority.position));
}

/** Live teams of the scope's part with the priority that their purpose names today; null for a purpose without one. */
export async function listPurposes(
  scope: Scope,
): Promise<{ teamId: string; name: string; priorityId: string | null; given: boolean }[]> {
  const latest = scope.tx
    .selectDistinctOn([teamPurpose.unitId], { unitId: teamPurpose.unitId, priorityId: teamPurpose.priorityId })
    .from(teamPurpose)
    .where(eq(teamPurpose.orgId, scope.organisation.id))
    .orderBy(asc(teamPurpose.unitId), desc(teamPurpose.createdAt), desc(teamPurpose.id))
    .as("latest");
  const rows = await scope.tx
    .select({ teamId: unit.id, name: unit.name, priorityId: latest.priorityId, purposeOf: latest.unitId })
    .from(unit)
    .leftJoin(latest, eq(latest.unitId, unit.id))
    .where(and(live(scope), eq(unit.kind, "team")))
    .orderBy(asc(unit.name), asc(unit.id));
  return rows.map(({ purposeOf, ...row }) => ({ ...row, given: purposeOf !== null }));
}

const ofTeam = (scope: Scope, teamId: string) =>
  and(eq(teamDecision.orgId, scope.organisation.id), eq(teamDecision.unitId, teamId));

const DECISION = {
  id: teamDecision.id,
  said: teamDecision.said,
  decided: teamDecision.decided,
  on: teamDecision.decidedOn,
  byName: person.name,
};

export function listDecisions(scope: Scope, teamId: string, limit: number) {
  return scope.tx
    .select(DECISION)
    .from(teamDecision)
    .innerJoin(person, and(eq(person.orgId, teamDecision.orgId), eq(person.id, teamDecision.personId)))
    .where(ofTeam(scope, teamId))
    .orderBy(desc(teamDecision.decidedOn), desc(teamDecision.createdAt), desc(teamDecision.id))
    .limit(limit);
}

/** The same words of the same day, written before: a double click. */
export async function findTwin(
  scope: Scope,
  teamId: string,
  { said, decided, decidedOn }: { said: string; decided: string; decidedOn: string },
) {
  const [found] = await scope.tx
    .select(DECISION)
    .from(teamDecision)
    .innerJoin(person, and(eq(person.orgId, teamDecision.orgId), eq(person.id, teamDecision.personId)))
    .where(
      and(
        ofTeam(scope, teamId),
        eq(teamDecision.said, said),
        eq(teamDecision.decided, decided),
        eq(teamDecision.decidedOn, decidedOn),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** A decision of a team in the scope's part. @throws not_found */
export async function mustFindDecision(scope: Scope, id: string): Promise<{ id: string; teamName: string }> {
  const [found] = await scope.tx
    .select({ id: teamDecision.id, teamName: unit.name })
    .from(teamDecision)
    .innerJoin(unit, and(eq(unit.orgId, teamDecision.orgId), eq(unit.id, teamDecision.unitId)))
    .where(and(eq(teamDecision.orgId, scope.organisation.id), eq(teamDecision.id, id), within(scope, unit.path)));
  if (!found) throw notFound("decision");
  return found;
}
