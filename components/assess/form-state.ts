import {
  type AssessmentFacts,
  type AssessmentForm,
  type AssessmentValues,
  FACT_PARTS,
  FACTS,
  type FactName,
} from "#contracts/assessments.ts";
import { TEAM_EVENTS, type TeamEventKind } from "#contracts/signals.ts";

/**
 * What stands on the screen. Texts and dates may be half typed; `values` holds the last that were right, and only they are
 * saved.
 */
export type FormState = {
  values: AssessmentValues;
  factTexts: Record<FactName, string>;
  /** A ticked event and its day; not there when it is not ticked. */
  eventDays: Partial<Record<TeamEventKind, string>>;
  errors: Record<string, string>;
};

const textsOf = (facts: AssessmentFacts) =>
  Object.fromEntries(FACTS.map((fact) => [fact, facts[fact]?.toString() ?? ""])) as Record<FactName, string>;

export function startState(values: AssessmentForm["values"]): FormState {
  return {
    values,
    factTexts: textsOf(values.facts),
    eventDays: Object.fromEntries(values.events.map((e) => [e.kind, e.happenedOn])),
    errors: {},
  };
}

const TOO_MANY: Partial<Record<FactName, string>> = {
  casesBeyondAge: "This cannot be more than the open cases.",
  overdueMilestones: "This cannot be more than the milestones due.",
  reworkedItems: "This cannot be more than the items completed.",
};

/** Takes texts into the state; what is no number, or more than its whole, keeps the last right value and says why. */
export function withFacts(state: FormState, factTexts: Record<FactName, string>): FormState {
  const facts = { ...state.values.facts };
  const errors = withoutKeys(state.errors, FACTS);
  for (const fact of FACTS) {
    const text = factTexts[fact].trim().replace(/,/g, "");
    if (text === "") facts[fact] = null;
    else if (/^\d{1,7}$/.test(text) && Number(text) <= 1_000_000) facts[fact] = Number(text);
    else errors[fact] = /^\d+$/.test(text) ? "Enter 1,000,000 or less." : "Enter a whole number, for example 12.";
  }
  for (const [part, whole] of FACT_PARTS) {
    const [some, all] = [facts[part], facts[whole]];
    if (some === null || all === null || some <= all) continue;
    errors[part] ??= TOO_MANY[part] ?? "This is too many.";
    facts[part] = state.values.facts[part];
    facts[whole] = state.values.facts[whole];
  }
  return { ...state, factTexts, errors, values: { ...state.values, facts } };
}

/** Takes event days into the state; a day that is missing or still to come is not saved and says why. */
export function withEvents(state: FormState, eventDays: FormState["eventDays"], today: string): FormState {
  const errors = withoutKeys(state.errors, TEAM_EVENTS);
  const events: AssessmentValues["events"] = [];
  const earliest = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
  for (const kind of TEAM_EVENTS) {
    const day = eventDays[kind];
    if (day === undefined) continue;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) errors[kind] = "Enter the day it began, as near as you know.";
    else if (day > today) errors[kind] = "This day is still to come. Enter today or earlier.";
    else if (day < earliest) errors[kind] = "Enter a day within the last two years.";
    else events.push({ kind, happenedOn: day });
  }
  return { ...state, eventDays, errors, values: { ...state.values, events } };
}

export const withValues = (state: FormState, changes: Partial<AssessmentValues>): FormState => ({
  ...state,
  values: { ...state.values, ...changes },
});

function withoutKeys(errors: Record<string, string>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([key]) => !keys.includes(key)));
}
