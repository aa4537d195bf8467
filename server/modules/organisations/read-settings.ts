import { eq } from "drizzle-orm";
import { Settings } from "#contracts/settings.ts";
import { organisationSetting } from "#db/schema/register.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

export async function readSettings(scope: Scope<"setting:manage">): Promise<Settings> {
  const [row] = await scope.tx
    .select()
    .from(organisationSetting)
    .where(eq(organisationSetting.orgId, scope.organisation.id));
  if (!row) throw notFound("organisation");
  return Settings.parse(row);
}
