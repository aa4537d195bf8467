import type { FactName } from "#contracts/assessments.ts";

/** Delivery facts by name: shown beside the delivery axis, never mixed into it. */
export const FACT_LABELS: Record<FactName, string> = {
  openCases: "Open cases today",
  casesBeyondAge: "Of these, older than you agreed",
  arrivals: "Came in, last four weeks",
  closures: "Closed, last four weeks",
  dueMilestones: "Milestones due, last four weeks",
  overdueMilestones: "Of these, overdue",
  completedItems: "Items completed, last four weeks",
  reworkedItems: "Of these, done again",
  vacancies: "Vacant posts",
  handoversMissed: "Handovers missed, last four weeks",
};

/** Asked in pairs, so that a part stands beside its whole. */
export const FACT_GROUPS: readonly { heading: string; facts: readonly FactName[] }[] = [
  { heading: "Open work", facts: ["openCases", "casesBeyondAge"] },
  { heading: "In and out", facts: ["arrivals", "closures"] },
  { heading: "Dates", facts: ["dueMilestones", "overdueMilestones"] },
  { heading: "Done twice", facts: ["completedItems", "reworkedItems"] },
  { heading: "People and handovers", facts: ["vacancies", "handoversMissed"] },
];
