import type { Together } from "#contracts/wave-views.ts";
import type { WaveSource, WaveStatus, WaveSummary } from "#contracts/waves.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { GroupTeamRow } from "./pulse-queries.ts";
import type { WaveRow } from "./queries.ts";

export function toWaveSummary(row: WaveRow, zone: string): WaveSummary {
  const day = (at: Date | null) => (at ? dateIn(zone, at) : null);
  return {
    id: row.id,
    label: row.label,
    // Both columns hold these lists by a check.
    status: row.status as WaveStatus,
    source: row.source as WaveSource,
    k: row.k,
    plannedOn: dateIn(zone, row.createdAt),
    openedOn: day(row.openedAt),
    closedOn: day(row.closedAt),
    publishedOn: day(row.publishedAt),
    rehearsal: row.rehearsal,
  };
}

/** Groups of a wave as the screens show them. */
export function toTogether(rows: readonly GroupTeamRow[]): Together[] {
  return [...Map.groupBy(rows, (row) => row.groupId)].map(([groupId, teams]) => ({
    groupId,
    name: teams[0]?.name ?? "",
    parentName: teams[0]?.parentName ?? "",
    teams: teams.map((team) => ({ unitId: team.unitId, name: team.teamName, agreed: team.agreedBy !== null })),
    settled: teams.every((team) => team.agreedBy !== null),
  }));
}
