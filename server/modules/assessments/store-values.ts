import { and, eq, inArray } from "drizzle-orm";
import type { AssessmentConflict, AssessmentValues, SaveAssessment } from "#contracts/assessments.ts";
import { assessment, teamEvent } from "#db/schema/assessments.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { conflict, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { enterAssessment } from "./enter-assessment.ts";
import { type AssessmentRow, type EventRow, findPersonName, listEvents } from "./queries.ts";
import { sameValues, valueProblems } from "./rules.ts";
import { toColumns, toParts, toValues } from "./views.ts";

export type Stored = { row: AssessmentRow; team: { id: string; name: string }; personId: string; changed: boolean };

/**
 * Stores the values of one assessment, once: what is stored already is no change. Holds the row until the transaction
 * ends.
 *
 * @throws not_found for a team of somebody else; refused after the wave has closed; conflict, with both values, when
 * somebody else saved since; invalid with the field's message
 */
export async function storeValues(scope: Scope<"assessment:fill">, input: SaveAssessment): Promise<Stored> {
  const { row, made, team, personId } = await enterAssessment(scope, input.waveId, input.teamId);
  const problems = valueProblems(input.values, dateIn(scope.organisation.zone, scope.clock.now()));
  if (Object.keys(problems).length > 0) throw invalid("Check what is marked below.", problems);

  const events = await listEvents(scope, input.waveId, input.teamId);
  const stored = toValues(row, events);
  if (sameValues(stored, input.values)) return { row, team, personId, changed: made };
  if (row.revision !== input.basedOn) throw await bothValues(scope, row, stored, input.values);

  const [saved] = await scope.tx
    .update(assessment)
    .set({ ...toColumns(input.values), personId, revision: row.revision + 1, savedAt: scope.clock.now() })
    .where(and(eq(assessment.orgId, scope.organisation.id), eq(assessment.id, row.id)))
    .returning();
  await storeEvents(scope, input, events);
  return { row: saved ?? row, team, personId, changed: true };
}

async function bothValues(scope: Scope, row: AssessmentRow, theirs: AssessmentValues, yours: AssessmentValues) {
  const savedBy = await findPersonName(scope, row.personId);
  const detail: AssessmentConflict = {
    yours,
    theirs,
    revision: row.revision,
    savedBy,
    savedAt: row.savedAt.toISOString(),
    parts: toParts(row),
  };
  return conflict(`${savedBy} changed this. Keep yours, keep theirs, or combine.`, detail);
}

/** One row for each kind and wave; what was taken back is removed. */
async function storeEvents(scope: Scope, input: SaveAssessment, before: readonly EventRow[]): Promise<void> {
  const { events } = input.values;
  const orgId = scope.organisation.id;
  const gone = before.filter((row) => !events.some((e) => e.kind === row.kind)).map((row) => row.id);
  const changed = events.filter((e) => !before.some((r) => r.kind === e.kind && r.happenedOn === e.happenedOn));
  if (gone.length > 0) {
    await scope.tx.delete(teamEvent).where(and(eq(teamEvent.orgId, orgId), inArray(teamEvent.id, gone)));
  }
  for (const { kind, happenedOn } of changed) {
    await scope.tx
      .insert(teamEvent)
      .values({ orgId, unitId: input.teamId, waveId: input.waveId, kind, happenedOn })
      .onConflictDoUpdate({
        target: [teamEvent.orgId, teamEvent.unitId, teamEvent.waveId, teamEvent.kind],
        set: { happenedOn },
      });
  }
}
