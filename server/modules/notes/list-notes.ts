import type { ListNotes, NotesPage } from "#contracts/notes.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { fromCursor, toCursor } from "#server/kernel/cursor.ts";
import { invalid, notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { lockedTeams } from "#server/modules/results/index.ts";
import {
  findPublishedWave,
  listNoteRows,
  listPlaces,
  listWavesWithNotes,
  NOTES_ON_A_PAGE,
  type WaveWithNotes,
} from "./queries.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What people wrote in one published wave, unit by unit of the reader's part. A note stands at one unit only, and those who
 * read that unit read it. A supervisor's own team waits for the assessment, as its figures do.
 *
 * @param own units whose supervisor asks
 * @param mayRedact whether the reader may take words out
 * @throws not_found for a wave that is not published, and for a unit without notes for this reader; invalid for a cursor of ours that is none
 */
export async function listNotes(
  scope: Scope<"result:read">,
  input: ListNotes,
  own: readonly string[],
  mayRedact: boolean,
): Promise<NotesPage> {
  const waves = await listWavesWithNotes(scope);
  const named = input.waveId ? waves.find((w) => w.waveId === input.waveId) : waves[0];
  // A published wave in which nobody's notes are shown is there all the same: the page says why.
  const wave = named ?? (input.waveId ? await findPublishedWave(scope, input.waveId) : null);
  if (input.waveId && !wave) throw notFound("wave");
  const option = ({ waveId, label, closedAt }: WaveWithNotes) => ({
    waveId,
    label,
    closedOn: closedAt ? dateIn(scope.organisation.zone, closedAt) : "",
  });
  const empty = { wave: null, k2: 10, places: [], place: null, notes: [], nextCursor: null, lockedBy: null };
  const base = { ...empty, waves: waves.map(option), mayRedact };
  if (!wave) {
    if (input.unitId) throw notFound("unit");
    return base;
  }
  const all = await listPlaces(scope, wave.releaseId);
  const locks = await lockedTeams(
    scope,
    all.map((place) => place.unitId).filter((id) => own.includes(id)),
  );
  const places = all.filter((place) => !locks.has(place.unitId));
  const place = input.unitId ? places.find((p) => p.unitId === input.unitId) : places[0];
  if (input.unitId && !place) throw notFound("unit");
  const rows = place ? await listNoteRows(scope, wave.releaseId, place.unitId, afterOf(input.cursor)) : [];
  const notes = rows.slice(0, NOTES_ON_A_PAGE);
  const last = notes.at(-1);
  return {
    ...base,
    wave: option(wave),
    k2: wave.k2,
    places,
    place: place ?? null,
    notes: notes.map(({ id, note, redacted }) => ({ noteId: id, text: note, redacted })),
    nextCursor: rows.length > NOTES_ON_A_PAGE && last ? toCursor("note", last.id) : null,
    lockedBy: [...locks.values()][0]?.waveLabel ?? null,
  };
}

function afterOf(cursor: string | null | undefined): string | null {
  if (cursor == null) return null;
  const [, id] = fromCursor(cursor);
  if (!UUID.test(id)) throw invalid("This page of the list is not known. Start at the first page.");
  return id;
}
