import type { CoverageRow } from "#contracts/coverage.ts";
import { addDays } from "#contracts/dates.ts";

/** What is in place, counted over teams. HR sees how many, never whose. */

export type TeamFacts = { path: readonly string[]; purpose: boolean; plan: boolean; rhythm: boolean };

export function countTeams(teams: readonly TeamFacts[]) {
  const having = (fact: "purpose" | "plan" | "rhythm") => teams.filter((team) => team[fact]).length;
  return { teams: teams.length, purposes: having("purpose"), plans: having("plan"), rhythms: having("rhythm") };
}

/** The level right below the reader's units: each unit with what lies in it. Units without a team are left out. */
export function byUnit(teams: readonly TeamFacts[], units: readonly { id: string; name: string }[]): CoverageRow[] {
  return units
    .map(({ id, name }) => ({ unitId: id, name, ...countTeams(teams.filter(({ path }) => path.includes(id))) }))
    .filter((row) => row.teams > 0);
}

/** A check-in counts for so many days. */
export const CHECK_IN_DAYS = 60;

export type Support = {
  mentor: string | null;
  firstTrainingOn: string | null;
  secondTrainingOn: string | null;
  lastCheckInOn: string | null;
};

/** Of supervisors in their first twelve months; null for one of whom nothing is written down. */
export function countSupport(people: readonly (Support | null)[], today: string) {
  const having = (has: (support: Support) => boolean) => people.filter((one) => one !== null && has(one)).length;
  return {
    people: people.length,
    mentors: having(({ mentor }) => mentor !== null),
    trainings: having((one) => one.firstTrainingOn !== null && one.secondTrainingOn !== null),
    checkIns: having((one) => one.lastCheckInOn !== null && one.lastCheckInOn >= addDays(today, -CHECK_IN_DAYS)),
  };
}
