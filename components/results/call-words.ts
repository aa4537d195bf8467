import { CALL_LABELS, CALLS, type CallsBelow } from "#contracts/calls.ts";

export type CallAndPlan = { call: string | null; plan: string | null };
type Team = CallsBelow["teams"][number];

/**
 * Call and plan in a few words for each team, and for each unit above one: a team by its own call while it holds, a unit by
 * how many of its teams hold which ("4 lead; 3 manage"). Counts of teams in the order of the calls; nothing here can be
 * sorted by. Where nothing can be said (no call, an expired one, a team under four people) nothing is.
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
  const said = new Map([...below].map(([id, list]) => [id, ofUnit(list)]));
  for (const team of teams) {
    const holds = holding(team);
    said.set(team.id, { call: holds && CALL_LABELS[holds], plan: planWords([team]) });
  }
  return said;
}

const holding = ({ call }: Team) => (call && !call.expired ? call.holds : null);

function ofUnit(teams: readonly Team[]): CallAndPlan {
  const held = CALLS.flatMap((call) => {
    const count = teams.filter((team) => holding(team) === call).length;
    return count > 0 ? [`${count} ${CALL_LABELS[call].toLowerCase()}`] : [];
  });
  return { call: held.join("; ") || null, plan: planWords(teams) };
}

function planWords(teams: readonly Team[]): string | null {
  const open = teams.reduce((sum, { plan }) => sum + (plan?.open ?? 0), 0);
  const overdue = teams.reduce((sum, { plan }) => sum + (plan?.overdue ?? 0), 0);
  if (open === 0) return null;
  return overdue > 0 ? `${open} open, ${overdue} overdue` : `${open} open`;
}
