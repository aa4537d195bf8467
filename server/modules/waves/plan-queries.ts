import { and, eq } from "drizzle-orm";
import type { PlanPulse } from "#contracts/wave-plans.ts";
import { organisationSetting } from "#db/schema/register.ts";
import { wave, waveStatement } from "#db/schema/waves.ts";
import { invalid, notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { instantOf } from "./local-time-rules.ts";
import { planProblems, statementsOf } from "./plan-rules.ts";

/** What a plan puts into the row of its wave. @throws invalid by field */
export async function planColumns(scope: Scope, input: PlanPulse) {
  const [setting] = await scope.tx
    .select({ k: organisationSetting.k })
    .from(organisationSetting)
    .where(eq(organisationSetting.orgId, scope.organisation.id));
  if (!setting) throw notFound("organisation");
  const k = input.k ?? setting.k;
  const problems = planProblems(input);
  if (k < setting.k) {
    problems.k = `${scope.organisation.name} shows nothing for fewer than ${setting.k} people. Enter ${setting.k} or more.`;
  }
  const { zone } = scope.organisation;
  const opensAt = input.opensAt === null ? null : instantOf(input.opensAt, zone);
  const closesAt = instantOf(input.closesAt, zone);
  if (opensAt && closesAt <= opensAt) problems.closesAt = "It must close after it opens.";
  const [first] = Object.values(problems);
  if (first !== undefined) throw invalid(first, problems);
  return {
    label: input.label,
    source: "pulse",
    k,
    opensAt,
    closesAt,
    deletesOn: input.deletesOn,
    agreedWithStaff: input.agreedWithStaff,
    welsh: input.offersWelsh,
  };
}

/** Writes what a draft asks, in place of what it asked before. */
export async function storeStatements(
  scope: Scope,
  waveId: string,
  input: Pick<PlanPulse, "extra" | "locals" | "offersWelsh" | "welsh">,
): Promise<void> {
  const orgId = scope.organisation.id;
  await scope.tx.delete(waveStatement).where(and(eq(waveStatement.orgId, orgId), eq(waveStatement.waveId, waveId)));
  await scope.tx.insert(waveStatement).values(statementsOf(input).map((row) => ({ orgId, waveId, ...row })));
}

/** @throws invalid when another wave has this name */
export async function mustBeFreeLabel(scope: Scope, label: string, exceptId?: string): Promise<void> {
  const [taken] = await scope.tx
    .select({ id: wave.id })
    .from(wave)
    .where(and(eq(wave.orgId, scope.organisation.id), eq(wave.label, label)));
  if (!taken || taken.id === exceptId) return;
  const message = `There is a wave called ${label} already. Choose another name.`;
  throw invalid(message, { label: message });
}
