import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { roleAssignment } from "#db/schema/people.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { today } from "./queries.ts";

/**
 * Ends every role that is held, or would begin, at units that close. They end now and not at midnight: the next request
 * finds them gone. An assignment that has not begun keeps its dates, because it cannot end before it starts.
 */
export async function endRolesAt(scope: Scope, unitIds: readonly string[]): Promise<number> {
  const day = today(scope);
  const ended = await scope.tx
    .update(roleAssignment)
    .set({
      revokedAt: scope.clock.now(),
      endsOn: sql`case when ${roleAssignment.startsOn} > ${day} then ${roleAssignment.endsOn} else least(${roleAssignment.endsOn}, ${day}::date) end`,
    })
    .where(
      and(
        eq(roleAssignment.orgId, scope.organisation.id),
        inArray(roleAssignment.unitId, [...unitIds]),
        isNull(roleAssignment.revokedAt),
      ),
    )
    .returning({ id: roleAssignment.id });
  return ended.length;
}
