import { and, eq } from "drizzle-orm";
import type { WaveRef, WaveStatus, WaveSummary } from "#contracts/waves.ts";
import { wave } from "#db/schema/waves.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { postMails } from "#server/modules/outbox/index.ts";
import { addTemporaryUnits } from "#server/modules/register/index.ts";
import { readLiveTree, storeTree } from "./freeze-tree.ts";
import { keepGoing } from "./keep-going.ts";
import { forgetOthers, problemsOf, settledGroups } from "./launch-queries.ts";
import { listRunners } from "./pulse-queries.ts";
import { mustLockWave, takeTurn } from "./queries.ts";
import { mayStep } from "./step-rules.ts";
import { withGroups } from "./together-rules.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Draft to confirming: tree, statements, k and dates are frozen, and supervisors are asked to confirm their lists.
 * Launching a launched wave changes nothing.
 *
 * @throws not_found; refused when it began before; invalid by field for what stands in the way
 */
export const launchWave = command("wave.launch", async (scope: Scope<"wave:run">, input: WaveRef) => {
  const { organisation, tx, clock } = scope;
  await takeTurn(scope);
  const found = await mustLockWave(scope, input.waveId);
  const may = found.source === "pulse" ? mayStep("launch", found.status as WaveStatus) : BY_HAND;
  if (typeof may === "object") throw refused(may.refused);
  if (may === "done") {
    const view: WaveSummary = toWaveSummary(found, organisation.zone);
    return { view, audit: UNCHANGED };
  }
  const live = await readLiveTree(scope);
  const problems = await problemsOf(scope, found, live);
  const [first] = Object.values(problems);
  if (first !== undefined) throw invalid(first, problems);

  const { tree, groups } = withGroups(live, await settledGroups(scope, found.id));
  const temporary = tree.filter((u) => groups.some((group) => group.id === u.id));
  await forgetOthers(scope, found.id, groups);
  await addTemporaryUnits(scope, temporary);
  await storeTree(scope, found.id, tree);
  const [row] = await tx
    .update(wave)
    .set({ status: "confirming", launchedAt: clock.now() })
    .where(and(eq(wave.orgId, organisation.id), eq(wave.id, found.id)))
    .returning();
  const teams = new Set(tree.filter((u) => u.kind === "team").map((u) => u.id));
  const supervisors = (await listRunners(scope)).filter((runner) => teams.has(runner.unitId));
  const people = [...new Set(supervisors.map((s) => s.personId))];
  await postMails(
    scope,
    { kind: "confirm_list", waveId: found.id },
    people.map((personId) => ({ personId })),
  );
  await keepGoing(scope, found.id, found.opensAt);
  const view: WaveSummary = toWaveSummary(row ?? found, organisation.zone);
  return {
    view,
    audit: {
      subjectId: found.id,
      subject: found.label,
      before: { status: found.status },
      after: { status: "confirming", units: tree.length, teams: teams.size, k: found.k },
    },
  };
});

const BY_HAND = { refused: "This wave is run by hand: open it instead." };
