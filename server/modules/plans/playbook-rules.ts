import { addDays, daysBetween, weekdayOf } from "#contracts/dates.ts";
import {
  type CountedWeek,
  type Looked,
  PLAYBOOK_STEPS,
  type PlaybookName,
  type PlaybookState,
  type PlaybookStep,
} from "#contracts/plans.ts";
import { type RiskCell, STATE_CUT } from "#contracts/results.ts";

/**
 * Two playbooks as state machines. A step is done only after the one before it, the step behind a gate only while the gate
 * is open, and a step is opened again only with a reason, together with all that follow it.
 */

/** The step that stands behind the gate of each playbook. */
const GATED: Record<PlaybookName, PlaybookStep> = { policy_roll_out: "milestones", case_backlog: "stable" };

/** Days after which a roll-out goes on even without a new reading. */
const GATE_DAYS = 10;
/** Weeks in a row in which at least as many cases were closed as came in. */
const GATE_WEEKS = 3;
/** Numbers of an assessment cover the last four weeks. */
const FACTS_COVER = 28;
/** A year of weeks. */
const WEEKS_KEPT = 53;
/** The last counted week may have begun so many days ago: the week itself, and one more to count it in. */
const COUNTED_WITHIN = 14;

export type PlaybookEvent =
  | { type: "complete"; step: PlaybookStep; on: string; gateOpen: boolean; looked?: Looked }
  | { type: "reopen"; step: PlaybookStep; on: string; reason: string }
  | { type: "leave"; on: string; looked: Looked }
  | ({ type: "count"; on: string } & CountedWeek);

export type PlaybookMove = { state: PlaybookState } | { refused: string };

export function startPlaybook(name: PlaybookName): PlaybookState {
  return { name, counted: [], done: [], reopened: [], ended: null };
}

export function stepsOf(name: PlaybookName): readonly PlaybookStep[] {
  return PLAYBOOK_STEPS[name];
}

/** The step that comes next; null when the playbook has ended. */
export function nextStep(state: PlaybookState): PlaybookStep | null {
  return state.ended ? null : (stepsOf(state.name)[state.done.length] ?? null);
}

/** Whether the next step stands behind the gate, so that the gate has to be looked at. */
export function isAtGate(state: PlaybookState): boolean {
  return nextStep(state) === GATED[state.name];
}

/** One event, applied or refused with the words that the screen shows. Pure: the state given stays as it is. */
export function movePlaybook(state: PlaybookState, event: PlaybookEvent): PlaybookMove {
  if (state.ended) return { refused: "This playbook has ended." };
  if (event.type === "leave") {
    return answered(event.looked)
      ? { state: { ...state, ended: { on: event.on, looked: event.looked } } }
      : { refused: ASK };
  }
  if (event.type === "count") return count(state, event);
  return event.type === "complete" ? complete(state, event) : reopen(state, event);
}

const ASK = "Say what you kept, what you changed and what you stopped.";
const answered = (looked: Looked | undefined): looked is Looked =>
  looked !== undefined && [looked.kept, looked.changed, looked.stopped].every((text) => text.trim() !== "");

function complete(state: PlaybookState, event: Extract<PlaybookEvent, { type: "complete" }>): PlaybookMove {
  const steps = stepsOf(state.name);
  if (!steps.includes(event.step)) return { refused: "This step belongs to another playbook." };
  if (event.step !== nextStep(state)) return { refused: "One step comes before this one." };
  if (isAtGate(state) && !event.gateOpen) return { refused: "The gate is not open yet." };
  const done = [...state.done, { step: event.step, on: event.on }];
  if (done.length < steps.length) return { state: { ...state, done } };
  return answered(event.looked)
    ? { state: { ...state, done, ended: { on: event.on, looked: event.looked } } }
    : { refused: ASK };
}

/** A week is counted once it is over; counted again it is put right. */
function count(state: PlaybookState, { on, weekOf, arrivals, closures }: Extract<PlaybookEvent, { type: "count" }>) {
  if (state.name !== "case_backlog") return { refused: "This playbook counts no cases." };
  if (weekdayOf(weekOf) !== 1) return { refused: "A week is named by its Monday." };
  if (daysBetween(weekOf, on) < 7) return { refused: "This week is not over yet." };
  const others = state.counted.filter((week) => week.weekOf !== weekOf);
  const counted = [...others, { weekOf, arrivals, closures }].sort((a, b) => a.weekOf.localeCompare(b.weekOf));
  return { state: { ...state, counted: counted.slice(-WEEKS_KEPT) } };
}

/** The Monday of the last week that is over. */
export function lastWholeWeek(today: string): string {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return addDays(monday, -7);
}

function reopen(state: PlaybookState, event: Extract<PlaybookEvent, { type: "reopen" }>): PlaybookMove {
  const at = state.done.findIndex(({ step }) => step === event.step);
  if (at < 0) return { refused: "This step is not done." };
  if (event.reason.trim() === "") return { refused: "Say why this step is open again." };
  const reopened = [...state.reopened, { step: event.step, on: event.on, reason: event.reason.trim() }];
  return { state: { ...state, done: state.done.slice(0, at), reopened } };
}

/** The team's published D1 and D4 as its row of results has them, and the day on which that wave closed. */
type Recovered = { closedOn: string; aim: RiskCell; reasons: RiskCell };

const recovered = (cell: RiskCell): boolean => cell.mark === "value" && cell.risk < STATE_CUT;

/**
 * Gate of the roll-out: aim (D1) and reasons (D4) have recovered in a wave that closed after the outcome was agreed, or
 * ten days have passed since then.
 */
export function rollOutGate(
  state: PlaybookState,
  { today, later }: { today: string; later: Recovered | null },
): boolean {
  const agreed = state.done.find(({ step }) => step === "outcome_agreed");
  if (!agreed) return false;
  if (later && later.closedOn > agreed.on && recovered(later.aim) && recovered(later.reasons)) return true;
  return today >= addDays(agreed.on, GATE_DAYS);
}

/** The day on which the gate of a roll-out opens by itself; null before the outcome was agreed. */
export function gateOpensOn(state: PlaybookState): string | null {
  const agreed = state.done.find(({ step }) => step === "outcome_agreed");
  return agreed ? addDays(agreed.on, GATE_DAYS) : null;
}

/**
 * The same gate where nobody counts by the week: numbers of four weeks, given at least that long after the blockers were
 * removed, so that none of those weeks lies before.
 */
export function factsGate(
  state: PlaybookState,
  facts: { givenOn: string; arrivals: number; closures: number },
): boolean {
  const removed = state.done.find(({ step }) => step === "blockers_removed");
  if (!removed || daysBetween(removed.on, facts.givenOn) < FACTS_COVER) return false;
  return facts.closures >= facts.arrivals;
}

/** Gate of the backlog: in the last three counted weeks, one after the other, closures were at least arrivals. */
export function backlogGate(weeks: readonly CountedWeek[], today: string): boolean {
  const last = [...weeks].sort((a, b) => a.weekOf.localeCompare(b.weekOf)).slice(-GATE_WEEKS);
  const [latest] = last.slice(-1);
  if (last.length < GATE_WEEKS || !latest) return false;
  if (daysBetween(latest.weekOf, today) > COUNTED_WITHIN) return false;
  return last.every(
    ({ weekOf, arrivals, closures }, index) =>
      closures >= arrivals && (index === 0 || daysBetween(last[index - 1]?.weekOf ?? weekOf, weekOf) === 7),
  );
}
