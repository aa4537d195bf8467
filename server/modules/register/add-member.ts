import type { AddMember, MemberView } from "#contracts/members.ts";
import { teamMember } from "#db/schema/register.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listMembersOf } from "./member-queries.ts";
import { lockStructure, mustFindUnit, today } from "./queries.ts";

/**
 * Puts somebody on a list. Whoever stands there already, by address or by name without one, stays once.
 * @throws not_found; refused for a team that is closed or waits
 */
export const addMember = command("member.add", async (scope: Scope<"member:confirm">, input: AddMember) => {
  await lockStructure(scope);
  const unit = await mustFindUnit(scope, input.unitId);
  if (unit.status !== "live") throw refused("Nobody can join a team that is closed or not confirmed yet.");
  const same = (member: MemberView) =>
    input.email === null
      ? member.email === null && member.name.toLowerCase() === input.name.toLowerCase()
      : member.email === input.email;
  const known = (await listMembersOf(scope, [unit.id])).find(same);
  if (known) {
    const { unitId: _, ...view } = known;
    return { view, audit: UNCHANGED };
  }
  const startsOn = today(scope);
  const [row] = await scope.tx
    .insert(teamMember)
    .values({ orgId: scope.organisation.id, unitId: unit.id, name: input.name, email: input.email, startsOn })
    .returning({ id: teamMember.id });
  if (!row) throw new Error("no row of the new member came back");
  const view: MemberView = { memberId: row.id, name: input.name, email: input.email, startsOn };
  return {
    view,
    audit: { subjectId: row.id, subject: input.name, after: { name: input.name, email: input.email, unit: unit.name } },
  };
});
