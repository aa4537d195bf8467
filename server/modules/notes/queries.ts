import { and, asc, arrayOverlaps, count, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { unit } from "#db/schema/register.ts";
import { release, releaseCell, releaseNote } from "#db/schema/releases.ts";
import { wave } from "#db/schema/waves.ts";
import { within } from "#server/authz/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

const WAVES = 60;
const PAGE = 50;

const published = and(eq(release.status, "published"), eq(wave.status, "published"));

/** Published waves in which somebody's notes are shown, whoever asks; latest first. */
export function listWavesWithNotes(scope: Scope) {
  const orgId = scope.organisation.id;
  const withNotes = scope.tx
    .select({ releaseId: releaseNote.releaseId })
    .from(releaseNote)
    .where(eq(releaseNote.orgId, orgId));
  return scope.tx
    .select({ waveId: wave.id, label: wave.label, closedAt: wave.closedAt, releaseId: release.id, k2: release.k2 })
    .from(release)
    .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
    .where(and(eq(release.orgId, orgId), published, inArray(release.id, withNotes)))
    .orderBy(desc(wave.closedAt), desc(wave.id))
    .limit(WAVES);
}
export type WaveWithNotes = Awaited<ReturnType<typeof listWavesWithNotes>>[number];

/** A published wave by its id, with notes or without. */
export async function findPublishedWave(scope: Scope, waveId: string): Promise<WaveWithNotes | null> {
  const orgId = scope.organisation.id;
  const [found] = await scope.tx
    .select({ waveId: wave.id, label: wave.label, closedAt: wave.closedAt, releaseId: release.id, k2: release.k2 })
    .from(release)
    .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
    .where(and(eq(release.orgId, orgId), eq(wave.id, waveId), published));
  return found ?? null;
}

/** In the reader's part as it was frozen, or as it stands today. */
function visible(scope: Scope) {
  if (scope.everywhere) return undefined;
  const today = scope.tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), within(scope, unit.path)));
  return or(arrayOverlaps(releaseCell.path, [...scope.roots]), inArray(releaseCell.unitId, today));
}

/** Units of the reader's part where notes stand, in tree order. Only of the second pattern; the database holds that too. */
export function listPlaces(scope: Scope, releaseId: string) {
  const orgId = scope.organisation.id;
  return scope.tx
    .select({ unitId: releaseCell.unitId, name: releaseCell.name, notes: count() })
    .from(releaseNote)
    .innerJoin(
      releaseCell,
      and(
        eq(releaseCell.orgId, releaseNote.orgId),
        eq(releaseCell.releaseId, releaseNote.releaseId),
        eq(releaseCell.unitId, releaseNote.unitId),
        eq(releaseCell.direct, false),
      ),
    )
    .where(
      and(
        eq(releaseNote.orgId, orgId),
        eq(releaseNote.releaseId, releaseId),
        eq(releaseCell.shownInFiles, true),
        visible(scope),
      ),
    )
    .groupBy(releaseCell.unitId, releaseCell.name, releaseCell.position)
    .orderBy(asc(releaseCell.position))
    .limit(500);
}

/** Notes of one unit by their random ids: an order that says nothing, and stays while pages are turned. */
export function listNoteRows(scope: Scope, releaseId: string, unitId: string, after: string | null) {
  return scope.tx
    .select({ id: releaseNote.id, note: releaseNote.note, redacted: releaseNote.redacted })
    .from(releaseNote)
    .where(
      and(
        eq(releaseNote.orgId, scope.organisation.id),
        eq(releaseNote.releaseId, releaseId),
        eq(releaseNote.unitId, unitId),
        after === null ? undefined : gt(releaseNote.id, after),
      ),
    )
    .orderBy(asc(releaseNote.id))
    .limit(PAGE + 1);
}
export const NOTES_ON_A_PAGE = PAGE;

/** For taking words out: nobody else changes it meanwhile. @throws not_found */
export async function mustLockNote(scope: Scope, noteId: string) {
  const [found] = await scope.tx
    .select({
      id: releaseNote.id,
      note: releaseNote.note,
      unitId: releaseNote.unitId,
      waveId: release.waveId,
      label: wave.label,
    })
    .from(releaseNote)
    .innerJoin(release, and(eq(release.orgId, releaseNote.orgId), eq(release.id, releaseNote.releaseId)))
    .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
    .where(and(eq(releaseNote.orgId, scope.organisation.id), eq(releaseNote.id, noteId), published))
    .for("update", { of: releaseNote });
  if (!found) throw notFound("note");
  const [cell] = await scope.tx
    .select({ name: sql<string>`max(${releaseCell.name})` })
    .from(releaseCell)
    .where(
      and(
        eq(releaseCell.orgId, scope.organisation.id),
        eq(releaseCell.waveId, found.waveId),
        eq(releaseCell.unitId, found.unitId),
        eq(releaseCell.direct, false),
      ),
    );
  return { ...found, unitName: cell?.name ?? "" };
}
