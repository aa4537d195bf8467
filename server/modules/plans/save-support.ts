import type { SaveSupport } from "#contracts/reviews.ts";
import { supervisorSupport } from "#db/schema/plans.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listSupport } from "./review-queries.ts";

/** What a supervisor in the first twelve months has been given: a mentor, two trainings, check-ins. Their own row only. */
export const saveSupport = command("support.save", async (scope: Scope<"plan:run">, input: SaveSupport) => {
  const { personId } = scope.actor;
  if (!personId) throw refused("Support is noted by the person who has it.");
  const given = { ...input, mentor: input.mentor || null };
  const [before] = await listSupport(scope, [personId]);
  const same = before && Object.entries(given).every(([key, value]) => before[key as keyof typeof given] === value);
  if (same) return { view: null, audit: UNCHANGED };
  await scope.tx
    .insert(supervisorSupport)
    .values({ orgId: scope.organisation.id, personId, ...given })
    .onConflictDoUpdate({ target: [supervisorSupport.orgId, supervisorSupport.personId], set: given });
  return { view: null, audit: { subjectId: personId, subject: scope.actor.name } };
});
