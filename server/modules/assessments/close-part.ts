import { and, eq } from "drizzle-orm";
import type { AssessmentPart, ClosePart } from "#contracts/assessments.ts";
import { assessment } from "#db/schema/assessments.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { callFromAssessment } from "#server/modules/calls/index.ts";
import type { AssessmentRow } from "./queries.ts";
import { missingFor } from "./rules.ts";
import { storeValues } from "./store-values.ts";
import { toSaved } from "./views.ts";

const CLOSED_AT = {
  1: "part1ClosedAt",
  2: "part2ClosedAt",
  3: "part3ClosedAt",
} as const satisfies Record<AssessmentPart, keyof AssessmentRow>;

/**
 * Saves the values and closes the part: from now on it counts. A double click, a retry or the back button finds it closed
 * and leaves the first time standing; a closed part can still be changed while the wave is open.
 *
 * @throws as storeValues; invalid when the quick test is not complete
 */
export const closePart = command("assessment.close-part", async (scope: Scope<"assessment:fill">, input: ClosePart) => {
  const missing = missingFor(input.part, input.values);
  if (Object.keys(missing).length > 0) throw invalid("Answer all four to see where to start.", missing);
  const stored = await storeValues(scope, input);
  const column = CLOSED_AT[input.part];
  const first = stored.row[column] === null;
  if (!first && !stored.changed) return { view: toSaved(stored.row), audit: UNCHANGED };
  let { row } = stored;
  if (first) {
    const [closed] = await scope.tx
      .update(assessment)
      .set({ [column]: scope.clock.now() })
      .where(and(eq(assessment.orgId, scope.organisation.id), eq(assessment.id, row.id)))
      .returning();
    row = closed ?? row;
  }
  if (row.part1ClosedAt !== null && input.part !== 3) await callFromAssessment(scope, input);
  return {
    view: toSaved(row),
    audit: {
      subjectId: row.id,
      subject: stored.team.name,
      after: { part: input.part, revision: row.revision },
    },
  };
});
