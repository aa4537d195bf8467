import { and, eq, notInArray } from "drizzle-orm";
import { waveGroup, waveGroupTeam } from "#db/schema/waves.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import type { LiveUnit } from "./freeze-tree.ts";
import { findRunning, listGroupTeams, listStatements } from "./pulse-queries.ts";
import type { WaveRow } from "./queries.ts";
import { launchProblems } from "./step-rules.ts";
import type { Group } from "./together-rules.ts";

/** What stands in the way of launching this wave now, by field. */
export async function problemsOf(
  scope: Scope,
  found: WaveRow,
  live: readonly LiveUnit[],
): Promise<Record<string, string>> {
  const [running, statements] = await Promise.all([findRunning(scope, found.id), listStatements(scope, found.id)]);
  return launchProblems(
    {
      running: running?.label ?? null,
      teams: live.filter((u) => u.kind === "team").length,
      opensAt: found.opensAt,
      closesAt: found.closesAt,
      closesOn: found.closesAt && dateIn(scope.organisation.zone, found.closesAt),
      deletesOn: found.deletesOn,
      statements: statements.length,
    },
    scope.clock.now(),
  );
}

/** Groups that every team has agreed to. */
export async function settledGroups(scope: Scope, waveId: string): Promise<Group[]> {
  const rows = await listGroupTeams(scope, waveId);
  return [...Map.groupBy(rows, (row) => row.groupId)].flatMap(([id, teams]) => {
    const [{ name, parentId } = { name: "", parentId: "" }] = teams;
    const settled = teams.every((team) => team.agreedBy !== null);
    return settled ? [{ id, name, parentId, teamIds: teams.map((team) => team.unitId) }] : [];
  });
}

/** A proposal that nobody answered goes with the draft; what stays is what the frozen tree has. */
export async function forgetOthers(scope: Scope, waveId: string, kept: readonly Group[]): Promise<void> {
  const ids = kept.map((group) => group.id);
  const orgId = scope.organisation.id;
  for (const [table, column] of [
    [waveGroupTeam, waveGroupTeam.groupId],
    [waveGroup, waveGroup.id],
  ] as const) {
    await scope.tx
      .delete(table)
      .where(
        and(eq(table.orgId, orgId), eq(table.waveId, waveId), ids.length > 0 ? notInArray(column, ids) : undefined),
      );
  }
}
