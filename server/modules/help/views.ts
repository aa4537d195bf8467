import type { HelpStepView, HelpView } from "#contracts/help.ts";
import { workingDaysBetween } from "#server/modules/plans/index.ts";
import type { RequestRow, StepRow } from "./queries.ts";
import { endingStep } from "./rules.ts";

const toStep = (step: StepRow): HelpStepView => ({
  kind: step.kind,
  unitName: step.unitName,
  personName: step.personName,
  sentence: step.sentence,
  by: step.byDate,
  on: step.on,
});

/** @param steps of any requests, oldest first */
export function toHelpView(row: RequestRow, steps: readonly StepRow[], today: string): HelpView {
  const own = steps.filter((step) => step.helpId === row.id).map(toStep);
  const waits = row.status === "waiting";
  return {
    id: row.id,
    team: { unitId: row.teamId, name: row.teamName },
    question: row.question,
    askedBy: row.askedByName,
    askedOn: row.askedOn,
    status: row.status,
    at: { unitId: row.atUnitId, name: row.atUnitName },
    dueOn: row.dueOn,
    daysLeft: waits ? workingDaysBetween(today, row.dueOn) : 0,
    daysOver: waits ? workingDaysBetween(row.dueOn, today) : 0,
    steps: own,
    answer: row.status === "answered" ? endingStep(own) : null,
  };
}
