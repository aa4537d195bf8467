import type { WaveSource, WaveStatus, WaveSummary } from "#contracts/waves.ts";
import { dateIn } from "#server/kernel/clock.ts";
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
