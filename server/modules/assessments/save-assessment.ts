import type { SaveAssessment } from "#contracts/assessments.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { storeValues } from "./store-values.ts";
import { toSaved } from "./views.ts";

/**
 * Saves a draft. It counts, and others see of it, only once its part is closed.
 * @throws as storeValues
 */
export const saveAssessment = command(
  "assessment.save",
  async (scope: Scope<"assessment:fill">, input: SaveAssessment) => {
    const { row, team, changed } = await storeValues(scope, input);
    return {
      view: toSaved(row),
      audit: changed ? { subjectId: row.id, subject: team.name, after: { revision: row.revision } } : UNCHANGED,
    };
  },
);
