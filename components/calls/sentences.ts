import { CALL_LABELS, type CallsBelow, type CallView, type PlanForLine } from "#contracts/calls.ts";
import { CALL_SENTENCES } from "#content/call-words.ts";

/** What stands on top: the call in one sentence, as the supervisor has decided it where they have. */
export function headSentence(call: CallView): string {
  return CALL_SENTENCES[call.holds];
}

/** "4 lead, 3 manage. 2 teams have no call that holds." Counts of teams, in the order of the calls, never an order of teams. */
export function countsSentence({ counts, without }: Pick<CallsBelow, "counts" | "without">): string {
  const holding = counts.map(({ call, teams }) => `${teams} ${CALL_LABELS[call].toLowerCase()}`).join("; ");
  const none = without === 0 ? "" : `${without} ${without === 1 ? "team has" : "teams have"} no call that holds.`;
  return [holding && `${holding}.`, none].filter(Boolean).join(" ") || "No call yet.";
}

export function planWords(plan: PlanForLine | null): string {
  if (!plan) return "None";
  const open = `${plan.open} ${plan.open === 1 ? "action" : "actions"} open`;
  return plan.overdue > 0 ? `${open}, ${plan.overdue} overdue` : open;
}
