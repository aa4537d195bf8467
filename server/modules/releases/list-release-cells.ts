import { and, asc, eq } from "drizzle-orm";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { release, releaseCell } from "#db/schema/releases.ts";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { roundHalfAway, scoreOf } from "#server/disclosure/index.ts";
import { notFound } from "#server/kernel/errors.ts";

/** Whole points half away from zero, or every digit, so that sums can be checked. */
export type Rounding = "whole" | "exact";

/** One node of a published wave as a file holds it. Scores 0-100; null where not shown. */
export type ReleaseLine = {
  code: string;
  parentCode: string;
  name: string;
  n: number | null;
  direction: number | null;
  delivery: number | null;
  /** In the order of STATEMENT_CODES; null also where too few really answered. */
  statements: (number | null)[];
  hiddenAxes: boolean;
  hiddenStatements: boolean;
};

/**
 * The published results of a wave, in tree order, for a command of the installation: the two axes in the first pattern,
 * the statements in the second (docs/importing.md). Reads stored cells and nothing else.
 *
 * @throws not_found when no wave of this name is published
 */
export function listReleaseCells(orgId: string, label: string, rounding: Rounding): Promise<ReleaseLine[]> {
  return asSystem("Release command", "result:read", orgId, async ({ tx }) => {
    const [found] = await tx
      .select({ id: release.id })
      .from(release)
      .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
      .where(
        and(
          eq(release.orgId, orgId),
          eq(release.status, "published"),
          eq(wave.status, "published"),
          eq(wave.label, label),
        ),
      );
    if (!found) throw notFound("wave");
    const cells = await tx
      .select()
      .from(releaseCell)
      .where(and(eq(releaseCell.orgId, orgId), eq(releaseCell.releaseId, found.id)))
      .orderBy(asc(releaseCell.position));
    const codes = new Map(cells.filter((c) => !c.direct).map((c) => [c.unitId, c.code]));
    return cells.map((cell) => toLine(cell, codes.get(cell.parentId ?? "") ?? "", rounding));
  });
}

function toLine(cell: typeof releaseCell.$inferSelect, parentCode: string, rounding: Rounding): ReleaseLine {
  const score = (sum: number | null | undefined) => {
    const exact = cell.n === null || sum === null || sum === undefined ? null : scoreOf({ n: cell.n, sum });
    if (exact === null || rounding === "exact") return exact;
    // A moved statement sum can pass the end of the scale by a little.
    return Math.min(100, Math.max(0, roundHalfAway(exact)));
  };
  return {
    // People directly in a unit have no code of their own.
    code: cell.direct ? `${cell.code}/direct` : cell.code,
    parentCode,
    name: cell.name,
    n: cell.n,
    direction: score(cell.directionSum),
    delivery: score(cell.deliverySum),
    statements: STATEMENT_CODES.map((_, i) => (cell.statementUnanswered?.[i] ? null : score(cell.statementSums?.[i]))),
    hiddenAxes: !cell.shown,
    hiddenStatements: !cell.shownInFiles,
  };
}
