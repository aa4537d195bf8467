import { and, eq, inArray } from "drizzle-orm";
import { teamMember, unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { lockStructure, today } from "./queries.ts";

export type NewMember = { unitId: string; name: string; email: string | null };

const BATCH = 1000;

/**
 * Puts many people on lists that are empty so far: the demo, and whoever brings lists along with a structure. The file of
 * HR goes through `applyMembers`, which knows who stands there already.
 *
 * @throws not_found for a unit that is not in the reader's part
 */
export const addMembers = command(
  "member.import",
  async (scope: Scope<"member:manage">, input: { members: readonly NewMember[] }) => {
    await lockStructure(scope);
    const orgId = scope.organisation.id;
    const unitIds = [...new Set(input.members.map((member) => member.unitId))];
    const view = { people: input.members.length };
    if (unitIds.length === 0) return { view, audit: UNCHANGED };
    const known = await scope.tx
      .select({ id: unit.id })
      .from(unit)
      .where(and(eq(unit.orgId, orgId), inArray(unit.id, unitIds), within(scope, unit.path)));
    if (known.length < unitIds.length) throw notFound("unit");
    const startsOn = today(scope);
    const rows = input.members.map((member) => ({ orgId, startsOn, ...member }));
    for (let i = 0; i < rows.length; i += BATCH) await scope.tx.insert(teamMember).values(rows.slice(i, i + BATCH));
    return {
      view,
      audit: {
        subjectId: orgId,
        subject: scope.organisation.name,
        after: { people: rows.length, units: unitIds.length },
      },
    };
  },
);
