import { eq } from "drizzle-orm";
import type { SetCadence } from "#contracts/wave-views.ts";
import { organisationSetting } from "#db/schema/register.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** Says how often the next wave is planned by itself, when one opens. */
export const setCadence = command("wave.set-cadence", async (scope: Scope<"wave:run">, input: SetCadence) => {
  const ours = eq(organisationSetting.orgId, scope.organisation.id);
  const [before] = await scope.tx
    .select({ cadence: organisationSetting.waveCadence })
    .from(organisationSetting)
    .where(ours);
  if (!before) throw notFound("organisation");
  const view = { cadence: input.cadence };
  if (before.cadence === input.cadence) return { view, audit: UNCHANGED };
  await scope.tx.update(organisationSetting).set({ waveCadence: input.cadence }).where(ours);
  return {
    view,
    audit: {
      subjectId: scope.organisation.id,
      subject: scope.organisation.name,
      before: { cadence: before.cadence },
      after: { cadence: input.cadence },
    },
  };
});
