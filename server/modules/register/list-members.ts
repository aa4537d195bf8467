import type { ListOfUnit, MemberList } from "#contracts/members.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listMembersOf } from "./member-queries.ts";
import { mustFindUnit } from "./queries.ts";

/** The list of one team, or of the people directly in a unit. @throws not_found */
export async function listMembers(scope: Scope<"member:confirm">, input: ListOfUnit): Promise<MemberList> {
  const unit = await mustFindUnit(scope, input.unitId);
  const members = await listMembersOf(scope, [unit.id]);
  return {
    unitId: unit.id,
    name: unit.name,
    code: unit.code,
    members: members.map(({ unitId: _, ...member }) => member),
  };
}
