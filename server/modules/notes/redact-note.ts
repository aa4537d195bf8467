import { and, eq } from "drizzle-orm";
import type { Note, RedactNote } from "#contracts/notes.ts";
import { releaseNote } from "#db/schema/releases.ts";
import { command } from "#server/kernel/command.ts";
import { invalid } from "#server/kernel/errors.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustLockNote } from "./queries.ts";
import { withoutWords } from "./rules.ts";

/**
 * Takes words out of a note, for good: a name, or what tells who wrote it. Booked, without the words. The file that keeps
 * the old row is written anew afterwards.
 *
 * @throws not_found; invalid where the words do not stand in the note
 */
export const redactNote = command("note.redact", async (scope: Scope<"wave:run">, { noteId, words }: RedactNote) => {
  const found = await mustLockNote(scope, noteId);
  const left = withoutWords(found.note, words);
  if (left === null) {
    throw invalid("These words are not in the note.", { words: "Copy the words exactly as they stand in the note." });
  }
  await scope.tx
    .update(releaseNote)
    .set({ note: left, redacted: true })
    .where(and(eq(releaseNote.orgId, scope.organisation.id), eq(releaseNote.id, noteId)));
  // Publishing again changes nothing and clears the files of notes.
  await enqueue(scope.tx, "release-wave", { orgId: scope.organisation.id, waveId: found.waveId });
  const view: Note = { noteId, text: left, redacted: true };
  return { view, audit: { subjectId: noteId, subject: found.label, after: { unit: found.unitName } } };
});
