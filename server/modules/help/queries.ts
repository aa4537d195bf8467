import { and, arrayOverlaps, asc, count, desc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { HelpStatus, HelpStep } from "#contracts/help.ts";
import { escalation, escalationStep } from "#db/schema/help.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import type { StepFacts } from "./rules.ts";

export const todayOf = (scope: Scope): string => dateIn(scope.organisation.zone, scope.clock.now());

export type Place = { id: string; name: string; path: string[] };
const PLACE = { id: unit.id, name: unit.name, path: unit.path };

/** A live team in the scope's part. @throws not_found */
export async function mustFindTeam(scope: Scope, teamId: string): Promise<Place> {
  const [found] = await scope.tx
    .select(PLACE)
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        eq(unit.id, teamId),
        eq(unit.kind, "team"),
        eq(unit.status, "live"),
        within(scope, unit.path),
      ),
    );
  if (!found) throw notFound("team");
  return found;
}

/** Live teams at or below these units, by name. */
export function listTeamsOf(scope: Scope, roots: readonly string[], limit: number): Promise<Place[]> {
  if (roots.length === 0) return Promise.resolve([]);
  return scope.tx
    .select(PLACE)
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        eq(unit.kind, "team"),
        eq(unit.status, "live"),
        within(scope, unit.path),
        arrayOverlaps(unit.path, [...roots]),
      ),
    )
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(limit);
}

export async function listPlaces(scope: Scope, ids: readonly string[]): Promise<Map<string, Place>> {
  const rows = await scope.tx
    .select(PLACE)
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), inArray(unit.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who leads these units today: active people with the role there, deputies too. */
export function listLeaders(
  scope: Scope,
  unitIds: readonly string[],
): Promise<{ unitId: string; personId: string; name: string }[]> {
  const today = todayOf(scope);
  return scope.tx
    .selectDistinct({ unitId: roleAssignment.unitId, personId: person.id, name: person.name })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.orgId, roleAssignment.orgId), eq(person.id, roleAssignment.personId)))
    .where(
      and(
        eq(roleAssignment.orgId, scope.organisation.id),
        inArray(roleAssignment.unitId, [...unitIds]),
        eq(roleAssignment.role, "senior_leader"),
        eq(person.status, "active"),
        isNull(roleAssignment.revokedAt),
        lte(roleAssignment.startsOn, today),
        or(isNull(roleAssignment.endsOn), gte(roleAssignment.endsOn, today)),
      ),
    )
    .orderBy(asc(person.name), asc(person.id));
}

/** Units of a path that somebody other than the asker leads: nobody answers their own request. */
export async function listLed(scope: Scope, path: readonly string[], askerId: string | null): Promise<Set<string>> {
  const leaders = await listLeaders(scope, path);
  return new Set(leaders.filter(({ personId }) => personId !== askerId).map(({ unitId }) => unitId));
}

const at = alias(unit, "at_unit");
const team = alias(unit, "team");

const REQUEST = {
  id: escalation.id,
  question: escalation.question,
  askedBy: escalation.askedBy,
  askedByName: person.name,
  askedOn: escalation.askedOn,
  dueOn: escalation.dueOn,
  status: sql<HelpStatus>`${escalation.status}`,
  teamId: team.id,
  teamName: team.name,
  path: team.path,
  atUnitId: at.id,
  atUnitName: at.name,
};

const requests = (scope: Scope) =>
  scope.tx
    .select(REQUEST)
    .from(escalation)
    .innerJoin(team, and(eq(team.orgId, escalation.orgId), eq(team.id, escalation.unitId)))
    .innerJoin(at, and(eq(at.orgId, escalation.orgId), eq(at.id, escalation.atUnitId)))
    .innerJoin(person, and(eq(person.orgId, escalation.orgId), eq(person.id, escalation.askedBy)))
    .$dynamic();

/**
 * In the scope's part: the team is, or the unit that was asked. A team that moved away leaves its request with the leader
 * who has it.
 */
const visible = (scope: Scope, which: SQL | undefined) =>
  and(eq(escalation.orgId, scope.organisation.id), or(within(scope, team.path), within(scope, at.path)), which);

export type RequestRow = Awaited<ReturnType<typeof listRequests>>[number];

export function listRequests(scope: Scope, which: SQL | undefined, limit: number) {
  return requests(scope)
    .where(visible(scope, which))
    .orderBy(desc(escalation.askedOn), desc(escalation.createdAt), desc(escalation.id))
    .limit(limit);
}

/** Oldest first: what has waited longest is read first. */
export function listWaitingAt(scope: Scope, unitIds: readonly string[], limit: number): Promise<RequestRow[]> {
  return requests(scope)
    .where(visible(scope, and(inArray(escalation.atUnitId, [...unitIds]), eq(escalation.status, "waiting"))))
    .orderBy(asc(escalation.askedOn), asc(escalation.createdAt), asc(escalation.id))
    .limit(limit);
}

export async function countWaitingAt(scope: Scope, unitIds: readonly string[]): Promise<number> {
  if (unitIds.length === 0) return 0;
  const [row] = await scope.tx
    .select({ waiting: count() })
    .from(escalation)
    .where(
      and(
        eq(escalation.orgId, scope.organisation.id),
        inArray(escalation.atUnitId, [...unitIds]),
        eq(escalation.status, "waiting"),
      ),
    );
  return row?.waiting ?? 0;
}

/**
 * A request in the scope's part, locked until this transaction ends. Locked first and read afterwards: a row that another
 * transaction has just moved to the next leader would drop out of a locking join.
 *
 * @throws not_found
 */
export async function lockRequest(scope: Scope, helpId: string): Promise<RequestRow> {
  const isIt = and(eq(escalation.orgId, scope.organisation.id), eq(escalation.id, helpId));
  await scope.tx.select({ id: escalation.id }).from(escalation).where(isIt).for("update");
  const [found] = await listRequests(scope, isIt, 1);
  if (!found) throw notFound("request for help");
  return found;
}

export type StepRow = StepFacts & { helpId: string; unitName: string; personName: string | null };

/** Steps of these requests, oldest first. */
export async function listSteps(scope: Scope, helpIds: readonly string[]): Promise<StepRow[]> {
  if (helpIds.length === 0) return [];
  const rows = await scope.tx
    .select({
      helpId: escalationStep.escalationId,
      kind: sql<HelpStep>`${escalationStep.kind}`,
      atUnitId: escalationStep.atUnitId,
      unitName: at.name,
      personId: escalationStep.personId,
      personName: person.name,
      sentence: escalationStep.sentence,
      byDate: escalationStep.byDate,
      at: escalationStep.at,
    })
    .from(escalationStep)
    .innerJoin(at, and(eq(at.orgId, escalationStep.orgId), eq(at.id, escalationStep.atUnitId)))
    .leftJoin(person, and(eq(person.orgId, escalationStep.orgId), eq(person.id, escalationStep.personId)))
    .where(and(eq(escalationStep.orgId, scope.organisation.id), inArray(escalationStep.escalationId, [...helpIds])))
    .orderBy(asc(escalationStep.at), asc(escalationStep.id));
  return rows.map(({ at: instant, ...row }) => ({ ...row, on: dateIn(scope.organisation.zone, instant) }));
}
