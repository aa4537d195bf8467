import type { HelpStep } from "#contracts/help.ts";
import type { HelpAnswer } from "#contracts/plans.ts";

/** Where a request for help goes, what counts as an answer in time, and what a second answer is. */

/** Steps that end a request. */
const ENDING: readonly HelpStep[] = ["yes_by", "in_part", "no_because"];
/** Steps that pass a request to the leader above. */
const PASSING: readonly HelpStep[] = ["not_mine", "overdue"];

/**
 * The nearest unit above that somebody leads. Units that nobody leads are passed over: a request must reach a person.
 *
 * @param path the team's ancestors from the root down to the team itself
 * @param from a unit of the path; after a reorganisation it may hang elsewhere, then the whole path is looked at
 * @param led units that have a leader today
 * @returns null where nobody above leads
 */
export function leaderAbove(path: readonly string[], from: string, led: ReadonlySet<string>): string | null {
  const place = path.indexOf(from);
  const above = path.slice(0, place === -1 ? -1 : place);
  return above.reverse().find((id) => led.has(id)) ?? null;
}

/**
 * Whom a team asks first: the leader right above it, else the organisation itself, where the request waits for whoever
 * will lead it.
 */
export function firstPlace(path: readonly string[], led: ReadonlySet<string>): string {
  const [root = "", team = root] = [path[0], path.at(-1)];
  return leaderAbove(path, team, led) ?? root;
}

export type StepFacts = {
  kind: HelpStep;
  atUnitId: string;
  personId: string | null;
  sentence: string | null;
  byDate: string | null;
  /** Day in the organisation's zone. */
  on: string;
};

/** The day on which a request reached the leader who has it now: asked, or passed up last. Steps oldest first. */
export function reachedOn(askedOn: string, steps: readonly StepFacts[]): string {
  return steps.findLast(({ kind }) => PASSING.includes(kind))?.on ?? askedOn;
}

/** The answer that ended a request, or null. */
export function endingStep<S extends { kind: HelpStep }>(steps: readonly S[]): S | null {
  return steps.findLast(({ kind }) => ENDING.includes(kind)) ?? null;
}

export type Leg = { atUnitId: string; reachedOn: string; answeredOn: string | null };

/**
 * A request as each leader had it: one leg per leader, each with the whole clock. "Not mine" is an answer. A leg that was
 * overdue, or still waits, has none. A leg that the team took back says nothing about its leader and is left out.
 *
 * @param steps oldest first
 */
export function legsOf(asked: { askedOn: string; atUnitId: string }, steps: readonly StepFacts[]): Leg[] {
  const legs: Leg[] = [];
  let reached = asked.askedOn;
  for (const step of steps) {
    if (step.kind === "withdrawn") return legs;
    const answered = step.kind !== "overdue";
    legs.push({ atUnitId: step.atUnitId, reachedOn: reached, answeredOn: answered ? step.on : null });
    if (ENDING.includes(step.kind)) return legs;
    reached = step.on;
  }
  return [...legs, { atUnitId: asked.atUnitId, reachedOn: reached, answeredOn: null }];
}

/** The same person sends the same answer again: a double click or a retry. It changes nothing. */
export function isSameAnswer(last: StepFacts | undefined, personId: string | null, answer: HelpAnswer): boolean {
  return (
    last !== undefined &&
    last.personId === personId &&
    last.kind === answer.kind &&
    last.sentence === answer.sentence &&
    last.byDate === (answer.kind === "yes_by" ? answer.by : null)
  );
}
