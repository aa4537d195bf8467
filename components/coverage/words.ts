import type { Coverage } from "#contracts/coverage.ts";

/** "31 of 50"; "none yet" where there is nothing to count. */
export function share(count: number, all: number, nothing = "none yet"): string {
  return all === 0 ? nothing : `${count} of ${all}`;
}

/** The finding: what most teams lack, counted over the three practices. */
export function coverageTitle({ all }: Coverage): string {
  if (all.teams === 0) return "There is no team here yet";
  const lacks = (
    [
      ["a written purpose", all.teams - all.purposes],
      ["an open plan", all.teams - all.plans],
      ["a rhythm", all.teams - all.rhythms],
    ] as const
  ).filter(([, count]) => count > 0);
  const [first] = [...lacks].sort((a, b) => b[1] - a[1]);
  if (!first) return "Every team has a purpose, a plan and a rhythm";
  const [what, count] = first;
  if (count === all.teams) return `No team has ${what} yet`;
  return `${count} of ${all.teams} teams ${count === 1 ? "has" : "have"} no ${what.replace(/^an? /, "")}`;
}
