import { countWords } from "#content/plain-words.ts";
import { MISMATCH_WORDS } from "#content/plan-words.ts";
import type { Call, Lens } from "#contracts/calls.ts";
import { addDays, daysBetween } from "#contracts/dates.ts";
import {
  type ActionDraft,
  DUE_WEEKS,
  OPEN_ACTIONS,
  type PlanAction,
  type PlanView,
  PRIORITIES,
  PURPOSE_WORDS,
} from "#contracts/plans.ts";

/** The plan: at most three open actions, result before steps, one owner, due within eight weeks. */

export function latestDue(startedOn: string): string {
  return addDays(startedOn, 7 * DUE_WEEKS);
}

/**
 * What is wrong with an action before it can be added: field to message, empty when nothing is. Steps are asked for only
 * once there is a result, because tasks without an outcome are how plans get lost.
 *
 * @param mismatch what mismatchOf says of it; it must be chosen on purpose then
 */
export function draftProblems(
  draft: Pick<ActionDraft, "result" | "steps" | "ownerId" | "dueOn" | "chosenAnyway">,
  { open, today, mismatch }: { open: number; today: string; mismatch: string | null },
): Record<string, string> {
  if (open >= OPEN_ACTIONS) return { plan: "Three is the limit. Close one first." };
  const problems: Record<string, string> = {};
  const steps = draft.steps.filter((step) => step.trim() !== "");
  if (draft.result.trim() === "") problems.result = "Say first what will be different when this is done.";
  else if (steps.length === 0) problems.steps = "Write down at least the first step.";
  if (draft.ownerId === null) problems.ownerId = "Choose one person.";
  if (draft.dueOn === null) problems.dueOn = "Enter the day by which it is done.";
  else if (draft.dueOn <= today) problems.dueOn = "Choose a day after today.";
  else if (draft.dueOn > latestDue(today)) problems.dueOn = `Choose a day within ${DUE_WEEKS} weeks.`;
  if (mismatch !== null && !draft.chosenAnyway) problems.chosenAnyway = mismatch;
  return problems;
}

const OTHER: Record<Lens, Lens> = { lead: "manage", manage: "lead" };
const WANTED: Partial<Record<Call, Lens>> = {
  lead: "lead",
  lead_then_manage: "lead",
  manage: "manage",
  manage_then_lead: "manage",
};

/**
 * The notice that an action does not fit the call, or null. In a sequence the second side fits as soon as an action of the
 * first has been closed since the call was made. A quiet, undecided or expired call fits everything.
 *
 * @param call what holds; null when there is none or it has expired
 * @param closedSince sides of the actions closed since the call was made
 */
export function mismatchOf(side: Lens, call: Call | null, closedSince: readonly Lens[]): string | null {
  const wanted = call && WANTED[call];
  if (!wanted || side === wanted) return null;
  const sequence = call === "lead_then_manage" || call === "manage_then_lead";
  if (sequence && closedSince.includes(OTHER[side])) return null;
  return MISMATCH_WORDS[side];
}

/** Whole days that an open action is overdue; 0 on its day. */
export function daysOver(dueOn: string, today: string): number {
  return Math.max(0, daysBetween(dueOn, today));
}

/** Sides of the actions that were closed since the call was made. */
export function closedSides(actions: readonly PlanAction[], call: { madeOn: string } | null): Lens[] {
  return actions.filter(({ closed }) => call && closed && closed.on >= call.madeOn).map(({ side }) => side);
}

/**
 * A plan as it is read: open actions by their day, closed ones last closed first.
 *
 * @param call with the day on which it was made; null when none holds
 */
export function planView(
  actions: readonly PlanAction[],
  call: { holds: Call; madeOn: string } | null,
  today: string,
): PlanView {
  const open = actions.filter((action) => action.closed === null);
  const closed = actions.filter((action) => action.closed !== null);
  const closedSince = closedSides(closed, call);
  return {
    call: call?.holds ?? null,
    open: open
      .map((action) => ({
        ...action,
        daysOver: daysOver(action.dueOn, today),
        mismatch: mismatchOf(action.side, call?.holds ?? null, closedSince),
      }))
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
    placesLeft: Math.max(0, OPEN_ACTIONS - open.length),
    closed: closed.sort((a, b) => (b.closed?.on ?? "").localeCompare(a.closed?.on ?? "")),
  };
}

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ");

/**
 * What is wrong with a purpose: one sentence of at most 25 words that says who benefits, in words that stand in it.
 */
export function purposeProblems({
  sentence,
  benefits,
}: {
  sentence: string;
  benefits: string;
}): Record<string, string> {
  const problems: Record<string, string> = {};
  const words = countWords(sentence);
  if (words === 0) problems.sentence = "Write one sentence.";
  else if (words > PURPOSE_WORDS) problems.sentence = `${words} words. Use at most ${PURPOSE_WORDS}.`;
  else if (/[.!?]\s+\S/.test(sentence.trim())) problems.sentence = "Use one sentence.";
  if (countWords(benefits) === 0) problems.benefits = "Say who benefits.";
  else if (words > 0 && !` ${plain(sentence)} `.includes(plain(benefits))) {
    problems.benefits = "Use words that stand in the sentence, so that it says who benefits.";
  }
  return problems;
}

/** A unit states one to three priorities, none of them twice. */
export function priorityProblems(priorities: readonly string[]): Record<string, string> {
  const given = priorities.map(plain).filter((text) => text !== "");
  if (given.length > PRIORITIES) return { priorities: `Use at most ${PRIORITIES}. What waits?` };
  if (new Set(given).size < given.length) return { priorities: "Two of them are the same." };
  return {};
}
