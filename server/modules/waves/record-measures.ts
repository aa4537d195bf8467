import { and, asc, eq } from "drizzle-orm";
import { assessment } from "#db/schema/assessments.ts";
import { releaseMeasure } from "#db/schema/releases.ts";
import { waveUnit } from "#db/schema/waves.ts";
import { observedDeliveryRisk } from "#server/disclosure/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { type Measured, type MeasuredNode, measuresOf } from "./measure-rules.ts";
import { risksSeen } from "./risks-seen.ts";

type Given = typeof assessment.$inferSelect;

/**
 * Stores the two other views of a closed wave over its frozen tree: what supervisors saw (closed part 2) and counted
 * delivery (closed part 3). Run again, it replaces what it wrote. Returns how many rows stand.
 */
export async function recordMeasures(scope: Scope, waveId: string): Promise<number> {
  const orgId = scope.organisation.id;
  const [frozen, given] = await Promise.all([
    scope.tx
      .select({
        unitId: waveUnit.unitId,
        parentId: waveUnit.parentId,
        kind: waveUnit.kind,
        headcount: waveUnit.headcount,
      })
      .from(waveUnit)
      .where(and(eq(waveUnit.orgId, orgId), eq(waveUnit.waveId, waveId)))
      .orderBy(asc(waveUnit.position)),
    scope.tx
      .select()
      .from(assessment)
      .where(and(eq(assessment.orgId, orgId), eq(assessment.waveId, waveId))),
  ]);
  const nodes: MeasuredNode[] = frozen.map(({ kind, ...node }) => ({ ...node, isTeam: kind === "team" }));
  const rows = [
    ...measuresOf(nodes, valuesOf(given, seenBySupervisor)).map((m) => ({ ...m, view: "supervisors" })),
    ...measuresOf(nodes, valuesOf(given, counted)).map((m) => ({ ...m, view: "counted" })),
  ].map(({ engagement, delivery, ...m }) => ({
    orgId,
    waveId,
    ...m,
    engagementRisk: engagement,
    deliveryRisk: delivery,
  }));
  await scope.tx.delete(releaseMeasure).where(and(eq(releaseMeasure.orgId, orgId), eq(releaseMeasure.waveId, waveId)));
  for (let at = 0; at < rows.length; at += 1000) {
    await scope.tx.insert(releaseMeasure).values(rows.slice(at, at + 1000));
  }
  return rows.length;
}

function valuesOf(given: readonly Given[], measure: (a: Given) => Measured | null): Map<string, Measured> {
  const values = new Map<string, Measured>();
  for (const a of given) {
    const value = measure(a);
    if (value) values.set(a.teamId, value);
  }
  return values;
}

function seenBySupervisor(a: Given): Measured | null {
  return a.part2ClosedAt ? risksSeen(a.answers) : null;
}

function counted(a: Given): Measured | null {
  if (!a.part3ClosedAt) return null;
  const delivery = observedDeliveryRisk({
    dueMilestones: a.dueMilestones,
    overdueMilestones: a.overdueMilestones,
    arrivals: a.arrivals,
    closures: a.closures,
    completed: a.completedItems,
    reworked: a.reworkedItems,
    openCases: a.openCases,
    casesBeyondAgreedAge: a.casesBeyondAge,
  });
  return delivery === null ? null : { engagement: null, delivery };
}
