import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { MemberView } from "#contracts/members.ts";
import { teamMember, unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { today } from "./queries.ts";

/** On a list today. */
export function onList(scope: Scope) {
  const day = today(scope);
  return and(
    eq(teamMember.orgId, scope.organisation.id),
    lte(teamMember.startsOn, day),
    or(isNull(teamMember.endsOn), gt(teamMember.endsOn, day)),
  );
}

/** Who stands on the lists of these units in the reader's part, by name. */
export function listMembersOf(scope: Scope, unitIds: readonly string[]): Promise<(MemberView & { unitId: string })[]> {
  if (unitIds.length === 0) return Promise.resolve([]);
  return scope.tx
    .select({
      memberId: teamMember.id,
      unitId: teamMember.unitId,
      name: teamMember.name,
      email: teamMember.email,
      startsOn: teamMember.startsOn,
    })
    .from(teamMember)
    .innerJoin(unit, and(eq(unit.orgId, teamMember.orgId), eq(unit.id, teamMember.unitId), within(scope, unit.path)))
    .where(and(onList(scope), inArray(teamMember.unitId, [...unitIds])))
    .orderBy(asc(teamMember.name), asc(teamMember.id));
}
