import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { ImportOptions, ImportReport } from "#contracts/imports.ts";
import { ImportStatus } from "#contracts/imports-status.ts";
import { importChunk, importJob } from "#db/schema/imports.ts";
import { releaseAudit } from "#db/schema/releases.ts";
import { wave } from "#db/schema/waves.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { type Step, stepRefusal } from "./rules.ts";

export type ImportRow = Omit<typeof importJob.$inferSelect, "status" | "options" | "report"> & {
  status: ImportStatus;
  options: ImportOptions | null;
  report: ImportReport;
};

const isImport = (scope: Scope, id: string) => and(eq(importJob.orgId, scope.organisation.id), eq(importJob.id, id));

/** What is stored as JSON is parsed again: an older version may have written it. */
function toImportRow(row: typeof importJob.$inferSelect): ImportRow {
  const options = ImportOptions.safeParse(row.options);
  return {
    ...row,
    status: ImportStatus.parse(row.status),
    options: options.success ? options.data : null,
    report: ImportReport.parse(row.report ?? {}),
  };
}

/** @throws not_found */
export async function mustFindImport(scope: Scope, id: string): Promise<ImportRow> {
  const [found] = await scope.tx.select().from(importJob).where(isImport(scope, id));
  if (!found) throw notFound("import");
  return toImportRow(found);
}

/**
 * For taking a step: nobody else takes one until this transaction ends.
 * @throws not_found; refused in words when the step cannot be taken from where the import stands
 */
export async function mustLockImport(scope: Scope, id: string, step: Step): Promise<ImportRow> {
  const [found] = await scope.tx.select().from(importJob).where(isImport(scope, id)).for("update");
  if (!found) throw notFound("import");
  const row = toImportRow(found);
  const why = stepRefusal(step, row.status);
  if (why !== null) throw refused(why, { status: row.status });
  return row;
}

/** For a job: the import while it is still in the state the job is about, else null. */
export async function lockImportIn(scope: Scope, id: string, status: ImportStatus): Promise<ImportRow | null> {
  const [found] = await scope.tx.select().from(importJob).where(isImport(scope, id)).for("update");
  return found && found.status === status ? toImportRow(found) : null;
}

export async function updateImport(
  scope: Scope,
  id: string,
  changes: Partial<Pick<ImportRow, "status" | "fileSize" | "progress" | "waveId" | "report">> & {
    options?: ImportOptions;
  },
): Promise<void> {
  await scope.tx.update(importJob).set(changes).where(isImport(scope, id));
}

export async function listImportRows(scope: Scope, cursor: string | null, limit: number): Promise<ImportRow[]> {
  const orgId = scope.organisation.id;
  const after = cursor
    ? sql`(${importJob.createdAt}, ${importJob.id}) < (select c.created_at, c.id from import_job c where c.org_id = ${orgId} and c.id = ${cursor})`
    : undefined;
  const rows = await scope.tx
    .select()
    .from(importJob)
    .where(and(eq(importJob.orgId, orgId), eq(importJob.kind, "responses"), after))
    .orderBy(desc(importJob.createdAt), desc(importJob.id))
    .limit(limit);
  return rows.map(toImportRow);
}

export async function countWaitingFiles(scope: Scope): Promise<number> {
  const [row] = await scope.tx
    .select({ n: count() })
    .from(importJob)
    .where(
      and(
        eq(importJob.orgId, scope.organisation.id),
        inArray(importJob.status, ["receiving", "uploaded", "checking", "checked", "applying"]),
      ),
    );
  return row?.n ?? 0;
}

const isChunkOf = (scope: Scope, id: string) =>
  and(eq(importChunk.orgId, scope.organisation.id), eq(importChunk.importId, id));

/** Positions that have arrived, in order. */
export async function listChunkPositions(scope: Scope, id: string): Promise<number[]> {
  const rows = await scope.tx
    .select({ position: importChunk.position })
    .from(importChunk)
    .where(isChunkOf(scope, id))
    .orderBy(asc(importChunk.position));
  return rows.map((r) => r.position);
}

export async function findChunk(scope: Scope, id: string, position: number): Promise<Buffer | null> {
  const [found] = await scope.tx
    .select({ bytes: importChunk.bytes })
    .from(importChunk)
    .where(and(isChunkOf(scope, id), eq(importChunk.position, position)));
  return found?.bytes ?? null;
}

/** False when this piece is there already. */
export async function insertChunk(scope: Scope, id: string, position: number, bytes: Buffer): Promise<boolean> {
  const made = await scope.tx
    .insert(importChunk)
    .values({ orgId: scope.organisation.id, importId: id, position, bytes })
    .onConflictDoNothing()
    .returning({ position: importChunk.position });
  return made.length > 0;
}

export async function deleteChunks(scope: Scope, id: string): Promise<void> {
  await scope.tx.delete(importChunk).where(isChunkOf(scope, id));
}

/** Where the wave that an import made stands, and whether an audit has held its results back. */
export async function findOutcome(
  scope: Scope,
  waveId: string,
): Promise<{ status: string; label: string; auditFailed: boolean } | null> {
  const [found] = await scope.tx
    .select({ status: wave.status, label: wave.label })
    .from(wave)
    .where(and(eq(wave.orgId, scope.organisation.id), eq(wave.id, waveId)));
  if (!found) return null;
  const [failed] = await scope.tx
    .select({ id: releaseAudit.releaseId })
    .from(releaseAudit)
    .where(
      and(
        eq(releaseAudit.orgId, scope.organisation.id),
        eq(releaseAudit.waveId, waveId),
        eq(releaseAudit.verdict, "failed"),
      ),
    )
    .limit(1);
  return { ...found, auditFailed: failed !== undefined };
}
