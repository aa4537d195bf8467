import { randomInt, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { WaveRef, WaveSummary } from "#contracts/waves.ts";
import { wave, waveStatement } from "#db/schema/waves.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { addTemporaryUnits } from "#server/modules/register/index.ts";
import { storeSealed } from "#server/modules/responses/index.ts";
import { readLiveTree, storeTree } from "./freeze-tree.ts";
import { settledGroups } from "./launch-queries.ts";
import { madeUpAnswers } from "./made-up-rules.ts";
import { listStatements } from "./pulse-queries.ts";
import { mustLockWave } from "./queries.ts";
import { readPeople } from "./read-people.ts";
import { withGroups } from "./together-rules.ts";
import { toWaveSummary } from "./views.ts";

const RANGE = 2 ** 47;

/**
 * Makes a rehearsal of a planned pulse: a wave of its own with made-up answers, over the tree and the smallest group of the
 * plan, decided and checked like a real one. Nobody is asked, nobody but HR sees it, and no real wave is held against it.
 *
 * @throws not_found; refused for a wave that is no planned pulse, or without anybody to make answers up for
 */
export const rehearseWave = command("wave.rehearse", async (scope: Scope<"wave:run">, input: WaveRef) => {
  const { organisation, tx, clock } = scope;
  const plan = await mustLockWave(scope, input.waveId);
  if (plan.source !== "pulse" || plan.status !== "draft") throw refused("Only a planned pulse can be rehearsed.");
  const groups = (await settledGroups(scope, plan.id)).map((group) => ({ ...group, id: randomUUID() }));
  const { tree, groups: real } = withGroups(await readLiveTree(scope), groups);
  const people = await readPeople(scope, tree);
  const { unitIds, answers } = madeUpAnswers(people, () => randomInt(RANGE) / RANGE);
  if (unitIds.length === 0) throw refused("There is nobody yet to make answers up for. Bring in lists or head counts.");

  const labels = await tx.select({ label: wave.label }).from(wave).where(eq(wave.orgId, organisation.id));
  const label = freeLabel(plan.label, new Set(labels.map((row) => row.label)));
  const [made] = await tx
    .insert(wave)
    .values({
      orgId: organisation.id,
      label,
      source: "pulse",
      status: "sealed",
      rehearsal: true,
      k: plan.k,
      openedAt: clock.now(),
      closedAt: clock.now(),
      createdAt: clock.now(),
    })
    .returning();
  if (!made) throw new Error("no row of the rehearsal came back");
  await addTemporaryUnits(
    scope,
    tree.filter((u) => real.some((group) => group.id === u.id)),
  );
  await storeTree(scope, made.id, tree);
  await tx.execute(sql`
    update wave_unit set invited = c.invited
    from unnest(${`{${[...people.keys()].join(",")}}`}::text::uuid[], ${`{${[...people.values()].join(",")}}`}::text::int[])
      as c (unit_id, invited)
    where wave_unit.org_id = ${organisation.id} and wave_unit.wave_id = ${made.id} and wave_unit.unit_id = c.unit_id`);
  const statements = await listStatements(scope, plan.id);
  await tx
    .insert(waveStatement)
    .values(statements.map((s, position) => ({ orgId: organisation.id, waveId: made.id, position, ...s })));
  await storeSealed(scope, made.id, { unitIds, answers });
  await enqueue(tx, "release-wave", { orgId: organisation.id, waveId: made.id });
  const view: WaveSummary = toWaveSummary(made, organisation.zone);
  return {
    view,
    audit: { subjectId: made.id, subject: label, after: { label, rehearsal: true, answers: unitIds.length } },
  };
});

/** "Autumn 2026, rehearsal", numbered where that is taken; shortened to fit. */
function freeLabel(label: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? ", rehearsal" : `, rehearsal ${n}`;
    const found = label.slice(0, 80 - suffix.length) + suffix;
    if (!taken.has(found)) return found;
  }
}
