import type { DueTeam } from "#contracts/assessments.ts";
import { capitalise, countWords } from "#components/charts/risk/risk.ts";

/** Parts 1 and 2 are what is asked for; numbers are given if they are to hand. */
function isWaiting(team: DueTeam): boolean {
  return team.due !== null && !(team.due.parts.part1 && team.due.parts.part2);
}

/** The page's first sentence. */
export function nowTitle(teams: readonly DueTeam[], isOpen: boolean): string {
  const waiting = teams.filter(isWaiting);
  if (waiting.length === 1) return `${waiting[0]?.name} is waiting for your assessment`;
  if (waiting.length > 1)
    return `${capitalise(countWords(waiting.length)[0] ?? "")} teams are waiting for your assessment`;
  return isOpen && teams.some((team) => team.due) ? "Your assessment is given" : "Nothing is due now";
}

/** "Continue part 2": the next thing to do for a team. */
export function nextStep(team: DueTeam): { label: string; part: 1 | 2 | 3 } | null {
  if (!team.due) return null;
  const { parts, started } = team.due;
  if (!parts.part1) return { label: started ? "Continue part 1" : "Start: part 1, a minute", part: 1 };
  if (!parts.part2) return { label: "Continue with part 2", part: 2 };
  if (!parts.part3) return { label: "Add numbers, if to hand", part: 3 };
  return { label: "Look again or change it", part: 1 };
}
