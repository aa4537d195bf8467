import type { Priority, UnitPriorities } from "#contracts/decisions.ts";

const NUMBERS = ["No", "One", "Two", "Three"];

/** "Priority 2 has no team behind it": the finding of the page, of the own units first and else of the level below. */
export function prioritiesTitle(units: readonly UnitPriorities[]): string {
  const own = units.filter((unit) => unit.own);
  const stated = own.flatMap(({ priorities }) => priorities);
  if (stated.length === 0) return "No priorities yet";
  const alone = stated.filter(({ teams }) => teams === 0);
  if (alone.length === 0) {
    const below = units.flatMap(({ own, priorities }) => (own ? [] : priorities)).filter(({ teams }) => teams === 0);
    if (below.length === 1) return "One priority of the level below has no team behind it";
    if (below.length > 1) {
      return `${NUMBERS[below.length] ?? below.length} priorities of the level below have no team behind them`;
    }
    return stated.length === 1 ? "The priority has a team behind it" : "Every priority has a team behind it";
  }
  if (alone.length === 1) return `Priority ${alone[0]?.position} has no team behind it`;
  return alone.length === stated.length
    ? "No priority has a team behind it yet"
    : `${NUMBERS[alone.length] ?? alone.length} priorities have no team behind them`;
}

/** Who stands behind a priority. */
export function behindWords({ position, teams, firstTeams }: Priority): string {
  if (teams === 0) return `Priority ${position} has no team behind it.`;
  const names = firstTeams.map(({ name }) => name);
  const more = teams - names.length;
  const said = more > 0 ? [...names, `${more} more`] : names;
  const listed = [said.slice(0, -1).join(", "), ...said.slice(-1)].filter(Boolean).join(" and ");
  return `${teams === 1 ? "One team" : `${teams} teams`} behind it: ${listed}.`;
}

export function purposeWords(teams: number, without: number): string {
  if (teams === 0) return "There is no team here yet.";
  if (without === 0) return "Every team has a purpose.";
  return without === 1
    ? `One of ${teams} teams has no purpose yet.`
    : `${without} of ${teams} teams have no purpose yet.`;
}
