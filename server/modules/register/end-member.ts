import { and, eq, isNull } from "drizzle-orm";
import type { MemberRef } from "#contracts/members.ts";
import { teamMember, unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { today } from "./queries.ts";

/**
 * Takes somebody off a list, from today. An open wave has its roster already: an invitation that was sent stays.
 * @throws not_found
 */
export const endMember = command("member.end", async (scope: Scope<"member:confirm">, input: MemberRef) => {
  const [found] = await scope.tx
    .select({
      name: teamMember.name,
      email: teamMember.email,
      startsOn: teamMember.startsOn,
      endsOn: teamMember.endsOn,
      unit: unit.name,
    })
    .from(teamMember)
    .innerJoin(unit, and(eq(unit.orgId, teamMember.orgId), eq(unit.id, teamMember.unitId)))
    .where(
      and(eq(teamMember.orgId, scope.organisation.id), eq(teamMember.id, input.memberId), within(scope, unit.path)),
    );
  if (!found) throw notFound("person");
  const view = { memberId: input.memberId };
  if (found.endsOn !== null) return { view, audit: UNCHANGED };
  const day = today(scope);
  await scope.tx
    .update(teamMember)
    .set({ endsOn: [found.startsOn, day].sort().at(-1) })
    .where(
      and(eq(teamMember.orgId, scope.organisation.id), eq(teamMember.id, input.memberId), isNull(teamMember.endsOn)),
    );
  return {
    view,
    audit: {
      subjectId: input.memberId,
      subject: found.name,
      before: { name: found.name, email: found.email, unit: found.unit },
    },
  };
});
