import {
  type AssessmentFacts,
  type AssessmentValues,
  type ClosedParts,
  FACTS,
  type RisksSeen,
  type SavedAssessment,
} from "#contracts/assessments.ts";
import type { TeamEventKind } from "#contracts/signals.ts";
import { roundHalfAway } from "#server/disclosure/index.ts";
import { risksSeen } from "#server/modules/waves/index.ts";
import type { AssessmentRow, EventRow } from "./queries.ts";
import { emptyValues } from "./rules.ts";

export function toFacts(row: AssessmentRow): AssessmentFacts {
  return Object.fromEntries(FACTS.map((fact) => [fact, row[fact]])) as AssessmentFacts;
}

export function toFlags(row: AssessmentRow): AssessmentValues["flags"] {
  return {
    change_rolled_out: row.changeRolledOut,
    backlog_growing: row.backlogGrowing,
    service_could_be_harmed: row.serviceCouldBeHarmed,
  };
}

export const toEvents = (events: readonly EventRow[]): AssessmentValues["events"] =>
  events.map((e) => ({ kind: e.kind as TeamEventKind, happenedOn: e.happenedOn }));

export function toValues(row: AssessmentRow, events: readonly EventRow[]): AssessmentValues {
  return {
    signals: { U: row.signalU, C: row.signalC, I: row.signalI, K: row.signalK },
    flags: toFlags(row),
    events: toEvents(events),
    answers: row.answers ?? emptyValues().answers,
    facts: toFacts(row),
  };
}

/** The columns of the values; events have rows of their own. An untouched block of statements is stored as none. */
export function toColumns(values: AssessmentValues) {
  const { signals, flags, answers, facts } = values;
  return {
    signalU: signals.U,
    signalC: signals.C,
    signalI: signals.I,
    signalK: signals.K,
    changeRolledOut: flags.change_rolled_out,
    backlogGrowing: flags.backlog_growing,
    serviceCouldBeHarmed: flags.service_could_be_harmed,
    answers: answers.every((a) => a === null) ? null : answers,
    ...facts,
  };
}

export const toParts = (row: AssessmentRow): ClosedParts => ({
  part1: row.part1ClosedAt !== null,
  part2: row.part2ClosedAt !== null,
  part3: row.part3ClosedAt !== null,
});

export const toSaved = (row: AssessmentRow): SavedAssessment => ({
  revision: row.revision,
  savedAt: row.savedAt.toISOString(),
  parts: toParts(row),
});

/** Of a closed part 2 only, in whole points. */
export function toRisks(row: AssessmentRow): RisksSeen | null {
  const risks = row.part2ClosedAt ? risksSeen(row.answers) : null;
  if (!risks) return null;
  return { engagement: roundHalfAway(risks.engagement), delivery: roundHalfAway(risks.delivery) };
}
