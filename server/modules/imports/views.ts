import type { ImportLine, ImportView, WaveOutcome } from "#contracts/imports.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { ImportRow } from "./queries.ts";

export function toImportLine(row: ImportRow, zone: string): ImportLine {
  return {
    importId: row.id,
    status: row.status,
    fileName: row.fileName,
    label: row.options?.label ?? null,
    createdOn: dateIn(zone, row.createdAt),
    respondents: row.report.check?.respondents ?? null,
  };
}

export function toImportView(
  row: ImportRow,
  zone: string,
  outcome: { status: string; auditFailed: boolean } | null,
): ImportView {
  return {
    ...toImportLine(row, zone),
    fileSize: row.fileSize,
    progress: row.progress,
    options: row.options,
    report: row.report,
    waveId: row.waveId,
    outcome: outcome === null ? null : toOutcome(outcome),
    expiresOn: dateIn(zone, row.expiresAt),
  };
}

function toOutcome({ status, auditFailed }: { status: string; auditFailed: boolean }): WaveOutcome {
  if (status === "published") return "published";
  if (status === "withdrawn") return "withdrawn";
  return auditFailed ? "held_back" : "publishing";
}
