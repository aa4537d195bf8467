import { CALL_LABELS, type Call, type CallsBelow } from "#contracts/calls.ts";

export type CallAndPlan = { call: string | null; plan: string | null };
type Team = CallsBelow["teams"][number];

/** What a unit's teams need, short enough for a column: two needs in whichever order are "both". */
const NEEDS: readonly (readonly [string, readonly Call[]])[] = [
  ["lead", ["lead"]],
  ["manage", ["manage"]],
  ["both", ["lead_then_manage", "manage_then_lead", "too_close_to_call"]],
];

/**
 * Call and plan in a few words for each team, and for each unit above one: a team by its own call while it holds, a unit by
 * how many of its teams need what ("4 lead, 3 manage"). Counts of teams; nothing here can be sorted by. Where nothing can be
 * said (no call, an expired one, a team under four people) nothing is.
 */
export function callAndPlanOf({ teams }: Pick<CallsBelow, "teams">): Map<string, CallAndPlan> {
  const below = new Map<string, Team[]>();
  for (const team of teams) {
    for (const id of team.path) {
      if (id === team.id) continue;
      const list = below.get(id);
      if (list) list.push(team);
      else below.set(id, [team]);
    }
  }
  const said = new Map<string, CallAndPlan>();
  const say = (id: string, call: string | null, plan: string | null) => {
    if (call !== null || plan !== null) said.set(id, { call, plan });
  };
  for (const [id, list] of below) say(id, callsOfUnit(list), planWords(list));
  for (const team of teams) {
    const holds = holding(team);
    say(team.id, holds && CALL_LABELS[holds], planWords([team]));
  }
  return said;
}

/** Both in one line, beside the figures of a table. */
export function callAndPlanWords({ call, plan }: CallAndPlan): string {
  if (call !== null && plan !== null) return `${call}; ${plan}`;
  const [first = "", ...rest] = call ?? plan ?? "";
  return first.toUpperCase() + rest.join("");
}

const holding = ({ call }: Team): Call | null => (call && !call.expired ? call.holds : null);

function callsOfUnit(teams: readonly Team[]): string | null {
  const held = teams.map(holding).filter((call) => call !== null);
  if (held.length === 0) return null;
  const needs = NEEDS.flatMap(([word, calls]) => {
    const count = held.filter((call) => calls.includes(call)).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return needs.join(", ") || CALL_LABELS.keep_the_rhythm;
}

function planWords(teams: readonly Team[]): string | null {
  const open = teams.reduce((sum, { plan }) => sum + (plan?.open ?? 0), 0);
  const overdue = teams.reduce((sum, { plan }) => sum + (plan?.overdue ?? 0), 0);
  if (open === 0) return null;
  return overdue > 0 ? `plan: ${open} open, ${overdue} overdue` : `plan: ${open} open`;
}
