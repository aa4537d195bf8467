import type { CloseUnit } from "#contracts/register.ts";
import type { ClosedUnit } from "#contracts/register-views.ts";
import { command } from "#server/kernel/command.ts";
import { conflict, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listBelow, lockStructure, mustBeLoose, mustFindUnit } from "./queries.ts";
import { looseProblem } from "./rules.ts";
import { closeUnits } from "./write-structure.ts";

/** One statement writes them all; of more, the first row says how many, and each keeps its own closing date. */
const AUDITED = 1000;

/**
 * Closes a unit from today on; past waves keep it. With units below it only when the person has seen them all and says
 * how many: then all of them close.
 *
 * @throws not_found outside the scope; forbidden for the top of the own branch; refused for the root and while units stand
 * below; conflict when there are others below than the person saw
 */
export const closeUnit = command("unit.close", async (scope: Scope<"unit:manage">, input: CloseUnit) => {
  await lockStructure(scope);
  const found = await mustFindUnit(scope, input.unitId);
  const problem = looseProblem(found, "closed");
  if (problem) throw refused(problem);
  mustBeLoose(scope, found);
  const below = await listBelow(scope, found);
  if (below.length > 0 && input.below === null) {
    const words = below.length === 1 ? "One unit still stands" : `${below.length} units still stand`;
    throw refused(`${words} below ${found.name}. Move them first, or close them with it.`, { below: below.length });
  }
  if ((input.below ?? 0) !== below.length) {
    throw conflict(`What stands below ${found.name} has changed since you looked. Nothing was closed. Look again.`);
  }
  const all = [found, ...below];
  const ended = await closeUnits(
    scope,
    all.map((u) => u.id),
    null,
  );
  const view: ClosedUnit = { id: found.id, code: found.code, name: found.name, closed: all.length, ended };
  return {
    view,
    audit: [
      {
        subjectId: found.id,
        subject: found.name,
        before: { status: found.status },
        after: { status: "closed", units: all.length },
      },
      ...below
        .slice(0, AUDITED)
        .map((u) => ({ subjectId: u.id, subject: u.name, before: { status: u.status }, after: { status: "closed" } })),
    ],
  };
});
