import { createHash } from "node:crypto";
import { type Peeled, type PublishedSum, peel } from "./atoms.ts";
import { coreDeterminesFewer, Undecided } from "./core.ts";
import { type AuditNode, placesOf } from "./places.ts";
import { rangesHold } from "./ranges.ts";

/**
 * The release audit: checks a finished release against what subtraction can do to it, knowing nothing of how it was
 * decided. Shares no code with the rule. Explained in docs/disclosure.md.
 */
export const AUDIT_VERSION = "audit-2";

/** Nothing is published for fewer, whatever the input says. */
const FLOOR_AXES = 5;
const FLOOR_STATEMENTS = 10;
/** Two respondents who add their answers must still face this many others. */
const COALITION = 2;
const OTHERS = 3;

/** A published sum kept for later audits: its places (see placesOf) and, where kept, its axis sums in sixtieths. */
export type EarlierSum = { places: readonly string[]; axes: readonly [number, number] | null };

/** Published sums of an earlier release of the same answers, withdrawn or not. */
export type EarlierRelease = {
  /** The k it was published for. */
  k: number;
  first: readonly EarlierSum[];
  second: readonly (readonly string[])[];
};

export type AuditInput = {
  k: number;
  nodes: readonly AuditNode[];
  /** Published nodes of the first pattern with their axis sums, in sixtieths of a raw point. */
  first: readonly { nodeId: string; axes: readonly [number, number] }[];
  second: readonly string[];
  earlier: readonly EarlierRelease[];
};

/**
 * exact: a set of fewer than k people is determined. coalition: two people who add their answers would face fewer than
 * three others. interval: the sums leave somebody less than the whole scale on an axis. not_proven: the check did not end.
 */
export type AuditFinding = {
  check: "exact" | "coalition" | "interval" | "not_proven";
  pattern: "axes" | "statements";
};

/** Stored beside the release: general findings, never values, ids or counts. */
export type AuditVerdict = {
  verdict: "passed" | "failed";
  findings: AuditFinding[];
  auditVersion: string;
  /** SHA-256 of the audited input; the certificate can be made again from the same answers. */
  inputHash: string;
};

/** Hash of everything the verdict depends on, independent of the order of nodes. */
export function auditInputHash(input: AuditInput): string {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const canonical = {
    k: input.k,
    nodes: input.nodes.map((x) => JSON.stringify([x.id, x.parentId, x.n])).sort(byText),
    first: input.first.map((x) => JSON.stringify([x.nodeId, ...x.axes])).sort(byText),
    second: input.second.toSorted(byText),
    earlier: input.earlier.map((e) => [
      e.k,
      e.first.map((x) => JSON.stringify([x.places.toSorted(byText), x.axes])).sort(byText),
      e.second.map((places) => JSON.stringify(places.toSorted(byText))).sort(byText),
    ]),
  };
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}

/** Whether a set of people with 0 < n < limit is determined. @throws Undecided */
function determinesFewer({ n, determined, core }: Peeled, limit: number): boolean {
  for (const atom of determined.keys()) if (n[atom]! < limit) return true;
  return (
    core.length > 0 &&
    coreDeterminesFewer(
      core.map((row) => row.atoms),
      n,
      limit,
    )
  );
}

/** Closed form: n people's sum leaves each of them all of 1..5 exactly if it lies in [n + 4, 5n - 4] raw points. */
function leavesFullScale(n: number, sum: number): boolean {
  return sum >= 60 * (n + 4) && sum <= 60 * (5 * n - 4);
}

/** @throws Undecided */
function intervalsHold({ n, determined, core }: Peeled): boolean {
  for (const [atom, values] of determined) {
    for (const pair of values) if (!pair.every((sum) => leavesFullScale(n[atom]!, sum))) return false;
  }
  const valued = core.filter((row) => row.values !== null);
  return ([0, 1] as const).every((axis) =>
    rangesHold(
      valued.map((row) => ({ atoms: [...row.atoms], value: row.values![axis] / 60 })),
      n,
    ),
  );
}

function checkPattern(pattern: AuditFinding["pattern"], peeled: Peeled, limit: number): AuditFinding[] {
  try {
    const findings: AuditFinding[] = [];
    if (determinesFewer(peeled, limit)) findings.push({ check: "exact", pattern });
    if (determinesFewer(peeled, COALITION + OTHERS)) findings.push({ check: "coalition", pattern });
    if (!intervalsHold(peeled)) findings.push({ check: "interval", pattern });
    return findings;
  } catch (error) {
    if (error instanceof Undecided) return [{ check: "not_proven", pattern }];
    throw error;
  }
}

/**
 * Audits a release by itself, and together with all earlier releases of the same answers. What those gave away by
 * themselves is out; so together the smallest k of all of them is the limit, or results could never be made for larger
 * groups than before.
 *
 * Axes: published sums of both patterns count, since six statement sums make an axis sum. Statements: a set is determined
 * on a statement exactly if the second patterns alone determine it (with six statements per axis, the axis sums add one
 * equation to six unknowns).
 * @throws for ids that the tree does not have.
 */
export function auditRelease(input: AuditInput): AuditVerdict {
  const indexOf = new Map<string, number>();
  const n: number[] = [];
  for (const node of input.nodes) indexOf.set(node.id, n.push(node.n) - 1);
  const sum = (places: readonly string[], values: PublishedSum["values"] = null): PublishedSum => ({
    places: places.map((id) => {
      const place = indexOf.get(id);
      if (place === undefined) throw new Error("audit: an earlier release has a place that the tree does not have");
      return place;
    }),
    values,
  });

  const first = placesOf(
    input.nodes,
    input.first.map((x) => x.nodeId),
  ).map((places, i) => sum(places, input.first[i]!.axes));
  const second = placesOf(input.nodes, input.second).map((places) => sum(places));
  const earlierFirst = input.earlier.flatMap((e) => e.first.map((x) => sum(x.places, x.axes)));
  const earlierSecond = input.earlier.flatMap((e) => e.second.map((places) => sum(places)));

  const check = (axes: readonly PublishedSum[], statements: readonly PublishedSum[], k: number) => [
    ...checkPattern("axes", peel(axes, n), Math.max(k, FLOOR_AXES)),
    ...checkPattern("statements", peel(statements, n), Math.max(k, FLOOR_STATEMENTS)),
  ];
  const found = check([...first, ...second], second, input.k);
  if (input.earlier.length > 0) {
    const least = Math.min(input.k, ...input.earlier.map((e) => e.k));
    const all = [...first, ...second, ...earlierFirst, ...earlierSecond];
    found.push(...check(all, [...second, ...earlierSecond], least));
  }
  const findings = [...new Map(found.map((f) => [`${f.check} ${f.pattern}`, f])).values()];
  return {
    verdict: findings.length === 0 ? "passed" : "failed",
    findings,
    auditVersion: AUDIT_VERSION,
    inputHash: auditInputHash(input),
  };
}
