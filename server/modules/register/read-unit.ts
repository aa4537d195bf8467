import type { UnitView } from "#contracts/register-views.ts";
import { alsoAllowed, type Member } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listRolesAt } from "./end-roles-at.ts";
import { listBelow, listSupervisors, mustFindUnit } from "./queries.ts";
import { namesOf } from "./read-tree.ts";

const NAMED = 50;

/**
 * One unit with what a decision about it needs: what stands below, who supervises, which roles would end.
 * @throws not_found outside the scope
 */
export async function readUnit(
  scope: Scope<"unit:read">,
  input: { unitId: string; member: Member },
): Promise<UnitView> {
  const found = await mustFindUnit(scope, input.unitId);
  const managed = alsoAllowed(input.member, "unit:manage");
  const manages = found.path.some((id) => managed.includes(id));
  const registers = alsoAllowed(input.member, "team:register");
  const [below, supervisors, names] = await Promise.all([
    listBelow(scope, found),
    listSupervisors(scope, found.id),
    namesOf(scope, found.path.slice(0, -1)),
  ]);
  return {
    id: found.id,
    code: found.code,
    name: found.name,
    kind: found.kind,
    status: found.status,
    above: found.path.slice(0, -1).map((id) => names.get(id) ?? ""),
    headcount: found.headcount,
    workingPattern: found.workingPattern,
    editable: found.kind === "team" && found.status === "live" && found.path.some((id) => registers.includes(id)),
    supervisors: (supervisors.get(found.id) ?? []).map((s) => ({ ...s, email: manages ? s.email : null })),
    below: { count: below.length, names: below.slice(0, NAMED).map((u) => u.name) },
    roles: manages ? await listRolesAt(scope, [found.id, ...below.map((u) => u.id)]) : [],
  };
}
