import { eq } from "drizzle-orm";
import type { PlanBasis } from "#contracts/wave-views.ts";
import { WaveCadence } from "#contracts/waves.ts";
import { organisationSetting } from "#db/schema/register.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** What HR starts a plan from: the organisation's smallest group, its zone and how often waves are planned. */
export async function readPlanBasis(scope: Scope<"wave:read">): Promise<PlanBasis> {
  const [setting] = await scope.tx
    .select({ k: organisationSetting.k, cadence: organisationSetting.waveCadence })
    .from(organisationSetting)
    .where(eq(organisationSetting.orgId, scope.organisation.id));
  if (!setting) throw notFound("organisation");
  const { zone } = scope.organisation;
  return { k: setting.k, zone, cadence: WaveCadence.parse(setting.cadence), today: dateIn(zone, scope.clock.now()) };
}
