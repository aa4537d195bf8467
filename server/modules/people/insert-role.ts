import { and, eq, isNull } from "drizzle-orm";
import type { UnitKind } from "#contracts/register.ts";
import type { Role } from "#contracts/roles.ts";
import { roleAssignment } from "#db/schema/people.ts";
import { invalid, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { endLinksOfOthers } from "#server/modules/accounts/index.ts";
import { lockRoles, mustFindUnit, todayOf } from "./queries.ts";
import { dateProblem, FITTING_UNITS, overlap } from "./rules.ts";

export type NewRole = {
  person: { id: string; name: string; status: string };
  role: Role;
  unitId: string;
  startsOn: string;
  endsOn: string | null;
  deputyOf?: string;
};

/**
 * The one place that stores a role. The unit must be in the scope of `role:manage`, so nobody gives a role, to themselves
 * or to anybody, beyond the own part.
 *
 * @throws not_found for a unit elsewhere, invalid for dates and kinds, refused when the person holds the role already
 */
export async function insertRole(
  scope: Scope<"role:manage">,
  given: NewRole,
): Promise<{ id: string; unitName: string }> {
  const { tx, organisation: org } = scope;
  const place = await mustFindUnit(scope, given.unitId);
  if (place.status === "closed") throw refused(`${place.name} is closed.`);
  if (given.person.status !== "active") {
    throw refused(`${given.person.name} is suspended. Let them in again first.`);
  }
  if (!FITTING_UNITS[given.role].includes(place.kind as UnitKind)) {
    const message = FITTING_UNITS[given.role].includes("team")
      ? "This role belongs to a team. Choose a team."
      : "This role belongs to a unit or to the whole organisation. Choose one of these.";
    throw invalid(message, { unitId: message });
  }
  const problem = dateProblem(given, todayOf(scope));
  if (problem) throw invalid(Object.values(problem)[0] ?? "", problem);

  await lockRoles(scope);
  const held = await tx
    .select({ startsOn: roleAssignment.startsOn, endsOn: roleAssignment.endsOn })
    .from(roleAssignment)
    .where(
      and(
        eq(roleAssignment.orgId, org.id),
        eq(roleAssignment.personId, given.person.id),
        eq(roleAssignment.role, given.role),
        eq(roleAssignment.unitId, place.id),
        isNull(roleAssignment.revokedAt),
      ),
    );
  if (held.some((h) => overlap(h, given))) {
    throw refused(`${given.person.name} already has this role there on some of these days.`);
  }
  const [made] = await tx
    .insert(roleAssignment)
    .values({
      orgId: org.id,
      personId: given.person.id,
      role: given.role,
      unitId: place.id,
      startsOn: given.startsOn,
      endsOn: given.endsOn,
      deputyOf: given.deputyOf ?? null,
    })
    .returning({ id: roleAssignment.id });
  if (!made) throw new Error("the role was not stored");
  const of = { orgId: org.id, personId: given.person.id, actor: scope.actor.accountId };
  await endLinksOfOthers(tx, of, scope.clock.now());
  return { id: made.id, unitName: place.name };
}
