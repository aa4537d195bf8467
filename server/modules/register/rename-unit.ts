import { and, eq } from "drizzle-orm";
import type { RenameUnit } from "#contracts/register.ts";
import type { UnitRef } from "#contracts/register-views.ts";
import { unit } from "#db/schema/register.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustBeFree } from "./place-unit.ts";
import { lockStructure, mustFindUnit } from "./queries.ts";

/** A new name or code, from now on; past waves keep the old ones. */
export const renameUnit = command("unit.rename", async (scope: Scope<"unit:manage">, input: RenameUnit) => {
  await lockStructure(scope);
  const { unitId, name, code } = input;
  const found = await mustFindUnit(scope, unitId);
  const view: UnitRef = { id: unitId, code, name };
  if (found.status === "closed") throw refused("This unit is closed.");
  if (found.name === name && found.code === code) return { view, audit: UNCHANGED };
  await mustBeFree(scope, code, unitId);
  await scope.tx
    .update(unit)
    .set({ name, code })
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, unitId)));
  return {
    view,
    audit: {
      subjectId: unitId,
      subject: found.name,
      before: { name: found.name, code: found.code },
      after: { name, code },
    },
  };
});
