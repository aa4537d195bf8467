import { and, eq } from "drizzle-orm";
import type { EditTeam } from "#contracts/register.ts";
import type { UnitRef } from "#contracts/register-views.ts";
import { unit } from "#db/schema/register.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindUnit } from "./queries.ts";

/** Head count and working pattern of a team: HR, and a senior leader in the own part. */
export const editTeam = command("team.edit", async (scope: Scope<"team:register">, input: EditTeam) => {
  const found = await mustFindUnit(scope, input.unitId);
  if (found.kind !== "team") throw refused("Only a team has a head count and a working pattern.");
  if (found.status === "closed") throw refused("This team is closed.");
  const after = { headcount: input.headcount, workingPattern: input.workingPattern };
  const before = { headcount: found.headcount, workingPattern: found.workingPattern };
  const view: UnitRef = { id: found.id, code: found.code, name: found.name };
  if (after.headcount === before.headcount && after.workingPattern === before.workingPattern) {
    return { view, audit: UNCHANGED };
  }
  await scope.tx
    .update(unit)
    .set(after)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, found.id)));
  return { view, audit: { subjectId: found.id, subject: found.name, before, after } };
});
