import { and, asc, count, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { person } from "#db/schema/people.ts";
import { teamMember } from "#db/schema/register.ts";
import { waveConfirmation, waveUnit } from "#db/schema/waves.ts";
import { within } from "#server/authz/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { today } from "./pulse-queries.ts";

/** On a list today. */
export function onList(scope: Scope) {
  const day = today(scope);
  return and(
    eq(teamMember.orgId, scope.organisation.id),
    lte(teamMember.startsOn, day),
    or(isNull(teamMember.endsOn), gt(teamMember.endsOn, day)),
  );
}

/** A list of a launched wave in the reader's part, and how many stand on it today. @throws not_found */
export async function mustFindList(
  scope: Scope,
  waveId: string,
  unitId: string,
): Promise<{ name: string; people: number }> {
  const [found] = await scope.tx
    .select({ name: waveUnit.name })
    .from(waveUnit)
    .where(
      and(
        eq(waveUnit.orgId, scope.organisation.id),
        eq(waveUnit.waveId, waveId),
        eq(waveUnit.unitId, unitId),
        within(scope, waveUnit.path),
      ),
    );
  if (!found) throw notFound("list");
  const [row] = await scope.tx
    .select({ people: count() })
    .from(teamMember)
    .where(and(onList(scope), eq(teamMember.unitId, unitId)));
  return { name: found.name, people: row?.people ?? 0 };
}

/** Every list of a launched wave in the reader's part: teams, and units where people sit directly. In tree order. */
export function listLists(scope: Scope, waveId: string) {
  const people = scope.tx
    .select({
      unitId: teamMember.unitId,
      people: count().as("people"),
      withoutAddress: sql<number>`count(*) filter (where ${teamMember.email} is null)`.mapWith(Number).as("without"),
    })
    .from(teamMember)
    .where(onList(scope))
    .groupBy(teamMember.unitId)
    .as("people");
  return scope.tx
    .select({
      unitId: waveUnit.unitId,
      name: waveUnit.name,
      kind: waveUnit.kind,
      people: sql<number>`coalesce(${people.people}, 0)`.mapWith(Number),
      withoutAddress: sql<number>`coalesce(${people.withoutAddress}, 0)`.mapWith(Number),
      confirmedAt: waveConfirmation.confirmedAt,
      confirmedBy: person.name,
    })
    .from(waveUnit)
    .leftJoin(people, eq(people.unitId, waveUnit.unitId))
    .leftJoin(
      waveConfirmation,
      and(
        eq(waveConfirmation.orgId, waveUnit.orgId),
        eq(waveConfirmation.waveId, waveUnit.waveId),
        eq(waveConfirmation.unitId, waveUnit.unitId),
      ),
    )
    .leftJoin(person, and(eq(person.orgId, waveConfirmation.orgId), eq(person.id, waveConfirmation.personId)))
    .where(
      and(
        eq(waveUnit.orgId, scope.organisation.id),
        eq(waveUnit.waveId, waveId),
        within(scope, waveUnit.path),
        sql`(${waveUnit.kind} = 'team' or ${people.people} is not null)`,
      ),
    )
    .orderBy(asc(waveUnit.position));
}
