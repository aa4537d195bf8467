import { and, eq, inArray, isNull } from "drizzle-orm";
import type { AssignmentId } from "#contracts/people.ts";
import { roleAssignment } from "#db/schema/people.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { countOtherHr, lockRoles, mustFindAssignment, selectAssignments, todayOf } from "./queries.ts";
import { assignmentState } from "./rules.ts";

/**
 * Takes a role back, at once; whoever stood in for it stops too.
 * @throws refused when it is over already, or is the last HR admin of the whole organisation
 */
export const revokeRole = command("role.revoke", async (scope: Scope<"role:manage">, input: AssignmentId) => {
  await lockRoles(scope);
  const found = await mustFindAssignment(scope, input.assignmentId);
  const state = assignmentState({ ...found, revoked: found.revokedAt !== null }, todayOf(scope));
  if (state === "revoked" || state === "ended") throw refused("This role is over already.");
  const isWideHr = found.role === "hr_admin" && found.unitKind === "organisation";
  if (isWideHr && state === "in_force" && (await countOtherHr(scope, { assignmentId: found.id })) === 0) {
    throw refused(
      "This is the last HR admin of the whole organisation. Give this role to somebody else first, without a last day.",
    );
  }
  const deputies = await selectAssignments(
    scope,
    and(eq(roleAssignment.deputyOf, found.id), isNull(roleAssignment.revokedAt)),
  );
  const over = [found, ...deputies];
  await scope.tx
    .update(roleAssignment)
    .set({ revokedAt: scope.clock.now() })
    .where(
      and(
        eq(roleAssignment.orgId, scope.organisation.id),
        inArray(
          roleAssignment.id,
          over.map((a) => a.id),
        ),
      ),
    );
  return {
    view: { revoked: over.length },
    audit: over.map((a) => ({
      subjectId: a.personId,
      subject: a.personName,
      before: { role: a.role, unit: a.unitName, startsOn: a.startsOn, endsOn: a.endsOn },
      after: { role: null },
    })),
  };
});
