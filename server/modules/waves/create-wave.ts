import { eq } from "drizzle-orm";
import type { PlanWave, WaveSummary } from "#contracts/waves.ts";
import { organisationSetting } from "#db/schema/register.ts";
import { wave } from "#db/schema/waves.ts";
import { command } from "#server/kernel/command.ts";
import { invalid, notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Plans a wave: a draft that nobody but HR acts on. k starts from the organisation's and can only be raised.
 * @throws invalid when the name is taken or k is lower than the organisation's
 */
export const createWave = command("wave.create", async (scope: Scope<"wave:run">, input: PlanWave) => {
  const orgId = scope.organisation.id;
  const [setting] = await scope.tx
    .select({ k: organisationSetting.k })
    .from(organisationSetting)
    .where(eq(organisationSetting.orgId, orgId));
  if (!setting) throw notFound("organisation");
  const k = input.k ?? setting.k;
  if (k < setting.k) {
    const message = `${scope.organisation.name} shows nothing for fewer than ${setting.k} people. Enter ${setting.k} or more.`;
    throw invalid(message, { k: message });
  }
  const [row] = await scope.tx
    .insert(wave)
    .values({ orgId, label: input.label, k, createdAt: scope.clock.now() })
    .onConflictDoNothing({ target: [wave.orgId, wave.label] })
    .returning();
  if (!row) {
    const message = `There is a wave called ${input.label} already. Choose another name.`;
    throw invalid(message, { label: message });
  }
  const view: WaveSummary = toWaveSummary(row, scope.organisation.zone);
  return { view, audit: { subjectId: row.id, subject: row.label, after: { label: row.label, k, status: row.status } } };
});
