import { eq } from "drizzle-orm";
import type { ListWaves, WavePage } from "#contracts/waves.ts";
import { K_FLOOR } from "#contracts/waves.ts";
import { organisationSetting } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listWaveRows } from "./queries.ts";
import { toWaveSummary } from "./views.ts";

const PAGE = 20;

/** Waves by name and dates; they belong to the organisation, so that everybody with results somewhere may see them. */
export async function listWaves(scope: Scope<"wave:read">, input: ListWaves): Promise<WavePage> {
  const [rows, [setting]] = await Promise.all([
    listWaveRows(scope, input.cursor ?? null, PAGE + 1),
    scope.tx
      .select({ k: organisationSetting.k })
      .from(organisationSetting)
      .where(eq(organisationSetting.orgId, scope.organisation.id)),
  ]);
  const page = rows.slice(0, PAGE);
  return {
    waves: page.map((row) => toWaveSummary(row, scope.organisation.zone)),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    k: setting?.k ?? K_FLOOR,
  };
}
