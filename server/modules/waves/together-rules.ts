import { unitsShownAt } from "#server/disclosure/formulas.ts";
import { inTreeOrder } from "./rules.ts";

/** A unit of today's tree with the people who would be invited directly there. */
export type Sized = { unitId: string; parentId: string | null; name: string; isTeam: boolean; people: number };

/** How many answer where nobody has answered yet, for the second line of the preview. */
const SEVEN_IN_TEN = 0.7;

export type Cost = {
  k: number;
  /** Teams with a result of their own if everybody answers, and if seven in ten do. */
  all: number;
  seventy: number;
};

const toNodes = (units: readonly Sized[], share: number) =>
  units.map((u) => ({ id: u.unitId, parentId: u.parentId, n: Math.floor(u.people * share + 1e-9) }));

/** What each smallest group costs, by the rule that will decide it. */
export function costOfK(units: readonly Sized[], ks: readonly number[]): Cost[] {
  const teams = units.filter((u) => u.isTeam);
  const shown = (k: number, share: number) => {
    const ids = unitsShownAt(toNodes(units, share), k);
    return teams.filter((t) => ids.has(t.unitId)).length;
  };
  return ks.map((k) => ({ k, all: shown(k, 1), seventy: shown(k, SEVEN_IN_TEN) }));
}

/** Teams that would not see a result of their own at k even if everybody answered, in tree order. */
export function tooSmall(units: readonly Sized[], k: number): Sized[] {
  const ids = unitsShownAt(toNodes(units, 1), k);
  return units.filter((u) => u.isTeam && !ids.has(u.unitId));
}

/** Small siblings that would be seen if they reported together: one proposal a unit, where their sum reaches k. */
export function proposals(units: readonly Sized[], k: number): { parentId: string; teams: Sized[] }[] {
  const small = Map.groupBy(tooSmall(units, k), (team) => team.parentId);
  return [...small].flatMap(([parentId, teams]) => {
    const people = teams.reduce((sum, team) => sum + team.people, 0);
    return parentId !== null && teams.length > 1 && people >= k ? [{ parentId, teams }] : [];
  });
}

/** A unit of the tree being frozen. */
type TreeUnit = {
  id: string;
  code: string;
  name: string;
  kind: string;
  path: string[];
  headcount: number | null;
  parentId: string | null;
};
export type Group = { id: string; name: string; parentId: string; teamIds: readonly string[] };

/** The code of a temporary unit: it stands in files beside the codes of real ones and can be none of them by accident. */
export const groupCode = (groupId: string): string => `together-${groupId.slice(0, 8)}`;

/**
 * Puts teams that report together under a temporary unit of their own. Teams that are gone, or no longer siblings, are left
 * where they are; a group with fewer than two teams left is none.
 *
 * @param tree parents before children
 * @returns the tree in tree order, and the groups that were put in
 */
export function withGroups<U extends TreeUnit>(
  tree: readonly U[],
  groups: readonly Group[],
): { tree: (U | TreeUnit)[]; groups: Group[] } {
  const byId = new Map(tree.map((u) => [u.id, u]));
  const real = groups.flatMap((group) => {
    const teamIds = group.teamIds.filter((id) => {
      const team = byId.get(id);
      return team?.kind === "team" && team.parentId === group.parentId;
    });
    return byId.has(group.parentId) && teamIds.length > 1 ? [{ ...group, teamIds }] : [];
  });
  const groupOf = new Map(real.flatMap((group) => group.teamIds.map((id) => [id, group] as const)));
  const placed: (U | TreeUnit)[] = tree.map((u) => {
    const group = groupOf.get(u.id);
    return group ? { ...u, parentId: group.id, path: [...u.path.slice(0, -1), group.id, u.id] } : u;
  });
  const made = real.map((group): TreeUnit => {
    const path = [...(byId.get(group.parentId)?.path ?? []), group.id];
    const { id, name, parentId } = group;
    return { id, name, parentId, path, code: groupCode(id), kind: "unit", headcount: null };
  });
  return { tree: inTreeOrder([...placed, ...made]), groups: real };
}

/** Why these teams cannot report together, in words, or null. @param taken teams that are in another group already */
export function whyNotTogether(
  teams: readonly { unitId: string; name: string; kind: string; parentId: string | null }[],
  taken: ReadonlySet<string>,
): string | null {
  if (teams.length < 2) return "Choose two teams or more.";
  const notTeam = teams.find((t) => t.kind !== "team");
  if (notTeam) return `${notTeam.name} is a unit. Only teams report together.`;
  if (new Set(teams.map((t) => t.parentId)).size > 1) return "Only teams of the same unit can report together.";
  const twice = teams.find((t) => taken.has(t.unitId));
  return twice ? `${twice.name} reports together with others already.` : null;
}
