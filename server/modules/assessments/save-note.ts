import { and, eq } from "drizzle-orm";
import type { NoteConflict, SavedNote, SaveNote } from "#contracts/assessments.ts";
import { assessmentNote } from "#db/schema/assessments.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { conflict } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { enterAssessment } from "./enter-assessment.ts";
import { findOwnNote } from "./queries.ts";

/**
 * The private note of part 4, which only its author can read. An empty one is removed. The audit row says that it was
 * saved, never what it says.
 *
 * @throws not_found; refused after the wave has closed; conflict with both texts when another window saved since
 */
export const saveNote = command("assessment.save-note", async (scope: Scope<"assessment:fill">, input: SaveNote) => {
  const { row, team, personId } = await enterAssessment(scope, input.waveId, input.teamId);
  const orgId = scope.organisation.id;
  const stored = await findOwnNote(scope, personId, row.id);
  const savedAt = stored?.savedAt.toISOString() ?? null;
  if ((stored?.note ?? "") === input.note) {
    const view: SavedNote = { savedAt };
    return { view, audit: UNCHANGED };
  }
  if (savedAt !== input.basedOn) {
    const detail: NoteConflict = { yours: input.note, theirs: stored?.note ?? "", savedAt };
    throw conflict("You changed this note in another window. Keep one, or combine both.", detail);
  }
  const now = scope.clock.now();
  if (input.note === "") {
    await scope.tx
      .delete(assessmentNote)
      .where(
        and(
          eq(assessmentNote.orgId, orgId),
          eq(assessmentNote.assessmentId, row.id),
          eq(assessmentNote.personId, personId),
        ),
      );
  } else {
    await scope.tx
      .insert(assessmentNote)
      .values({ orgId, assessmentId: row.id, personId, note: input.note, savedAt: now })
      .onConflictDoUpdate({
        target: [assessmentNote.orgId, assessmentNote.assessmentId, assessmentNote.personId],
        set: { note: input.note, savedAt: now },
      });
  }
  const view: SavedNote = { savedAt: input.note === "" ? null : now.toISOString() };
  return { view, audit: { subjectId: row.id, subject: team.name } };
});
