import type { WaveSummary } from "#contracts/waves.ts";
import type { PlanPulse } from "#contracts/wave-plans.ts";
import { wave } from "#db/schema/waves.ts";
import { command } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { takeTurn } from "./queries.ts";
import { mustBeFreeLabel, planColumns, storeStatements } from "./plan-queries.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Plans a pulse: a draft with its dates, statements and smallest group. Nobody but HR sees it, and everything may still
 * change.
 *
 * @throws invalid by field: a taken name, k below the organisation's, a statement that is not plain, Welsh not confirmed
 */
export const planPulse = command("wave.plan-pulse", async (scope: Scope<"wave:run">, input: PlanPulse) => {
  await takeTurn(scope);
  const columns = await planColumns(scope, input);
  await mustBeFreeLabel(scope, input.label);
  const orgId = scope.organisation.id;
  const [row] = await scope.tx
    .insert(wave)
    .values({ orgId, ...columns, createdAt: scope.clock.now() })
    .returning();
  if (!row) throw new Error("no row of the new wave came back");
  await storeStatements(scope, row.id, input);
  const view: WaveSummary = toWaveSummary(row, scope.organisation.zone);
  return {
    view,
    audit: {
      subjectId: row.id,
      subject: row.label,
      after: {
        label: row.label,
        k: row.k,
        opensAt: input.opensAt,
        closesAt: input.closesAt,
        deletesOn: input.deletesOn,
      },
    },
  };
});
