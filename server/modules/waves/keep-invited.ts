import { and, eq, sql } from "drizzle-orm";
import { waveUnit } from "#db/schema/waves.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** How many were asked: everybody of each team, as its head count stood when the tree was frozen. Once a wave. */
export async function keepInvited(scope: Scope<"wave:run">, waveId: string): Promise<void> {
  await scope.tx
    .update(waveUnit)
    .set({ invited: sql`${waveUnit.headcount}` })
    .where(
      and(
        eq(waveUnit.orgId, scope.organisation.id),
        eq(waveUnit.waveId, waveId),
        eq(waveUnit.kind, "team"),
        sql`${waveUnit.invited} is null and ${waveUnit.headcount} is not null`,
      ),
    );
}
