import {
  type AssessmentPart,
  type AssessmentValues,
  type ClosedParts,
  FACT_PARTS,
  FACTS,
  type FactName,
} from "#contracts/assessments.ts";
import { SIGNALS } from "#contracts/signals.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";

/** An assessment that nobody has touched. */
export function emptyValues(): AssessmentValues {
  return {
    signals: { U: null, C: null, I: null, K: null },
    flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
    events: [],
    answers: STATEMENT_CODES.map(() => null),
    facts: Object.fromEntries(FACTS.map((fact) => [fact, null])) as Record<FactName, null>,
  };
}

/**
 * Whether two assessments say the same; the order of events does not matter. A save of what is stored already is no
 * change, which is what makes a retry, a double click and the back button harmless.
 */
export function sameValues(a: AssessmentValues, b: AssessmentValues): boolean {
  const events = (v: AssessmentValues) =>
    v.events
      .map((e) => `${e.kind} ${e.happenedOn}`)
      .sort()
      .join();
  return (
    SIGNALS.every((signal) => a.signals[signal] === b.signals[signal]) &&
    Object.entries(a.flags).every(([flag, on]) => b.flags[flag as keyof typeof b.flags] === on) &&
    a.answers.every((answer, index) => answer === b.answers[index]) &&
    FACTS.every((fact) => a.facts[fact] === b.facts[fact]) &&
    events(a) === events(b)
  );
}

/** Oldest day an event of a wave may be dated: two years back, so that a mistyped year is noticed. */
export function earliestEvent(today: string): string {
  return `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
}

const PART_MESSAGES: Partial<Record<FactName, string>> = {
  casesBeyondAge: "This cannot be more than the open cases.",
  overdueMilestones: "This cannot be more than the milestones due.",
  reworkedItems: "This cannot be more than the items completed.",
};

/** What is wrong with the values whatever part they are closed for: field name to its message. */
export function valueProblems(values: AssessmentValues, today: string): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [part, whole] of FACT_PARTS) {
    const [some, all] = [values.facts[part], values.facts[whole]];
    if (some !== null && all !== null && some > all) problems[part] = PART_MESSAGES[part] ?? "This is too many.";
  }
  for (const event of values.events) {
    if (event.happenedOn > today) problems[event.kind] = "This day is still to come. Enter today or earlier.";
    else if (event.happenedOn < earliestEvent(today)) problems[event.kind] = "Enter a day within the last two years.";
  }
  return problems;
}

/** What is still missing to close a part. Statements may be skipped and numbers left out; the quick test is four signals. */
export function missingFor(part: AssessmentPart, values: AssessmentValues): Record<string, string> {
  if (part !== 1) return {};
  const missing = SIGNALS.filter((signal) => values.signals[signal] === null);
  return Object.fromEntries(missing.map((signal) => [signal, "Choose one of the four."]));
}

/** A part counts, and is seen by others, only once it is closed. */
export function isGiven(parts: ClosedParts): boolean {
  return parts.part1 || parts.part2 || parts.part3;
}
