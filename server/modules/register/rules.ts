import { MAX_DEPTH, MAX_UNITS, type UnitKind, type UnitStatus } from "#contracts/register.ts";

type Placed = { id: string; kind: UnitKind; status: UnitStatus; path: readonly string[] };

export const MAX_UNITS_REACHED = `An organisation can have at most ${MAX_UNITS.toLocaleString("en-GB")} units.`;

export const parentOf = (node: { path: readonly string[] }): string | null => node.path.at(-2) ?? null;

const isBelow = (node: Placed, other: Placed): boolean => node.path.includes(other.id);

/** Why nothing can be put below this unit; null when it can. */
export function parentProblem(parent: Placed): string | null {
  if (parent.status === "closed") return "This unit is closed. Choose another one.";
  if (parent.status === "pending") return "This team still waits for a decision.";
  return parent.kind === "team" ? "A team is a leaf: nothing can stand below it. Choose a unit." : null;
}

export function depthProblem(parent: Placed, levelsBelow: number): string | null {
  const depth = parent.path.length - 1 + levelsBelow;
  return depth > MAX_DEPTH ? `That would be ${depth} levels below the organisation; ${MAX_DEPTH} is the limit.` : null;
}

/** Why this unit cannot be taken from its place; null when it can. */
export function looseProblem(unit: Placed, verb: "moved" | "merged" | "closed"): string | null {
  if (unit.kind === "organisation") return `The organisation itself cannot be ${verb}.`;
  if (unit.status === "closed") return "This unit is closed already.";
  return unit.status === "pending" ? "This team still waits for a decision." : null;
}

/** @param levelsBelow how many levels hang below the unit, 0 for a leaf */
export function moveProblem(unit: Placed, parent: Placed, levelsBelow: number): string | null {
  const problem = looseProblem(unit, "moved") ?? parentProblem(parent);
  if (problem) return problem;
  if (unit.id === parent.id) return "A unit cannot stand below itself.";
  if (isBelow(parent, unit)) return "A unit cannot move below one of its own units.";
  return depthProblem(parent, levelsBelow + 1);
}

/** A merged unit goes into another of its kind: a unit into a unit, a team into a team. */
export function mergeProblem(source: Placed, target: Placed, levelsBelow: number): string | null {
  const problem = looseProblem(source, "merged");
  if (problem) return problem;
  if (source.id === target.id) return "A unit cannot be merged into itself.";
  if (target.status === "closed") return "The other unit is closed. Choose another one.";
  if (target.status === "pending") return "The other team still waits for a decision.";
  if (source.kind !== target.kind) return `A ${source.kind} can only be merged into another ${source.kind}.`;
  if (isBelow(target, source)) return "A unit cannot be merged into one of its own units.";
  return levelsBelow === 0 ? null : depthProblem(target, levelsBelow);
}

/**
 * The next free code below a parent: HOU-01, HOU-02. Codes are never used twice, so those of closed units count.
 * @param taken codes of the whole organisation that begin with the parent's
 */
export function nextCode(parentCode: string, taken: ReadonlySet<string>): string {
  const stem = parentCode.slice(0, 34);
  for (let n = 1; ; n++) {
    const code = `${stem}-${String(n).padStart(2, "0")}`;
    if (!taken.has(code)) return code;
  }
}

/** A first name for somebody known only by address: jo.smith@example.org is Jo Smith until HR or Jo says otherwise. */
export function nameFromEmail(email: string): string {
  const words = (email.split("@")[0] ?? "")
    .split(/[._+-]+/)
    .filter((word) => /\p{L}/u.test(word))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return (words.join(" ") || email).slice(0, 120);
}
