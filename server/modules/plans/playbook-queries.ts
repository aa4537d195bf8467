import { and, desc, eq } from "drizzle-orm";
import { PlaybookState } from "#contracts/plans.ts";
import { assessment } from "#db/schema/assessments.ts";
import { playbookRun } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { isNotNull } from "drizzle-orm";

export type RunRow = {
  id: string;
  unitId: string;
  team: string;
  revision: number;
  createdAt: Date;
  state: PlaybookState;
};

const RUN = {
  id: playbookRun.id,
  unitId: playbookRun.unitId,
  team: unit.name,
  revision: playbookRun.revision,
  createdAt: playbookRun.createdAt,
  state: playbookRun.state,
};
const toRun = (row: Omit<RunRow, "state"> & { state: unknown }): RunRow => ({
  ...row,
  state: PlaybookState.parse(row.state),
});

/** Playbooks of a team, latest first, the ended ones among them. */
export async function listRuns(scope: Scope, teamId: string): Promise<RunRow[]> {
  const rows = await scope.tx
    .select(RUN)
    .from(playbookRun)
    .innerJoin(unit, and(eq(unit.orgId, playbookRun.orgId), eq(unit.id, playbookRun.unitId)))
    .where(and(eq(playbookRun.orgId, scope.organisation.id), eq(playbookRun.unitId, teamId)))
    .orderBy(desc(playbookRun.createdAt), desc(playbookRun.id))
    .limit(20);
  return rows.map(toRun);
}

/**
 * A playbook of one of the scope's teams, locked until the transaction ends.
 * @throws not_found
 */
export async function mustLockRun(scope: Scope, runId: string): Promise<RunRow> {
  const [found] = await scope.tx
    .select(RUN)
    .from(playbookRun)
    .innerJoin(unit, and(eq(unit.orgId, playbookRun.orgId), eq(unit.id, playbookRun.unitId)))
    .where(and(eq(playbookRun.orgId, scope.organisation.id), eq(playbookRun.id, runId), within(scope, unit.path)))
    .for("update", { of: playbookRun });
  if (!found) throw notFound("playbook");
  return toRun(found);
}

/** The latest numbers of a team and when they were given: arrivals and closures of the four weeks before. */
export async function findCaseFacts(
  scope: Scope,
  teamId: string,
): Promise<{ givenAt: Date; arrivals: number; closures: number } | null> {
  const [found] = await scope.tx
    .select({ givenAt: assessment.part3ClosedAt, arrivals: assessment.arrivals, closures: assessment.closures })
    .from(assessment)
    .where(
      and(
        eq(assessment.orgId, scope.organisation.id),
        eq(assessment.teamId, teamId),
        isNotNull(assessment.part3ClosedAt),
      ),
    )
    .orderBy(desc(assessment.part3ClosedAt))
    .limit(1);
  if (!found?.givenAt || found.arrivals === null || found.closures === null) return null;
  return { givenAt: found.givenAt, arrivals: found.arrivals, closures: found.closures };
}
