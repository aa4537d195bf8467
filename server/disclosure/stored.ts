import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { releaseBlock, releaseCell, releaseFurtherBlock, releaseFurtherCell } from "#db/schema/releases.ts";
import type { Transaction } from "#server/kernel/transaction.ts";
import { directLeafId } from "./tree.ts";

/** A stored block; sums are sixtieths of a raw point. */
export type StoredBlock = {
  pattern: number;
  unitId: string;
  direct: boolean;
  n: number;
  directionSum: number;
  deliverySum: number;
  statementSums: number[] | null;
  movedDirection: boolean;
  movedDelivery: boolean;
};

/** A stored cell, without its names. */
export type StoredCell = {
  position: number;
  unitId: string;
  direct: boolean;
  parentId: string | null;
  shown: boolean;
  shownInFiles: boolean;
  n: number | null;
  directionSum: number | null;
  deliverySum: number | null;
  engagementLimit: string | null;
  deliveryLimit: string | null;
  statementSums: number[] | null;
  statementUnanswered: boolean[] | null;
  participation: number | null;
};

/** A block or a shown node of one further statement. */
export type StoredFurther = { code: string; unitId: string; direct: boolean; n: number; sum: number };

/** All that a release keeps of answers. */
export type Stored = {
  blocks: readonly StoredBlock[];
  cells: readonly StoredCell[];
  further: { blocks: readonly StoredFurther[]; cells: readonly StoredFurther[] };
};

/**
 * SHA-256 over everything that a release stores about answers, in an order of its own: a changed, added or missing sum
 * shows. Made when the release is stored and again from the stored rows.
 */
export function storedHash({ blocks, cells, further }: Stored): string {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const blockLines = blocks.map((b) =>
    JSON.stringify([
      ...[b.pattern, b.unitId, b.direct, b.n, b.directionSum, b.deliverySum, b.statementSums],
      ...[b.movedDirection, b.movedDelivery],
    ]),
  );
  const cellLines = cells.map((c) =>
    JSON.stringify([
      ...[c.position, c.unitId, c.direct, c.parentId, c.shown, c.shownInFiles, c.n, c.directionSum, c.deliverySum],
      ...[c.engagementLimit, c.deliveryLimit, c.statementSums, c.statementUnanswered, c.participation],
    ]),
  );
  const lines = [blockLines.sort(byText), cellLines.sort(byText)];
  const furtherLine = (x: StoredFurther) => JSON.stringify([x.code, x.unitId, x.direct, x.n, x.sum]);
  // A wave without further statements has the hash that it had before there were any.
  if (further.blocks.length + further.cells.length > 0) {
    lines.push(further.blocks.map(furtherLine).sort(byText), further.cells.map(furtherLine).sort(byText));
  }
  return createHash("sha256").update(JSON.stringify(lines)).digest("hex");
}

/** Reads back what a release stored. */
export async function readStored(tx: Transaction, orgId: string, releaseId: string): Promise<Stored> {
  const blocks = await tx
    .select()
    .from(releaseBlock)
    .where(and(eq(releaseBlock.orgId, orgId), eq(releaseBlock.releaseId, releaseId)));
  const cells = await tx
    .select()
    .from(releaseCell)
    .where(and(eq(releaseCell.orgId, orgId), eq(releaseCell.releaseId, releaseId)))
    .orderBy(releaseCell.position);
  const furtherOf = async (table: typeof releaseFurtherBlock | typeof releaseFurtherCell) =>
    tx
      .select({ code: table.code, unitId: table.unitId, direct: table.direct, n: table.n, sum: table.sum })
      .from(table)
      .where(and(eq(table.orgId, orgId), eq(table.releaseId, releaseId)));
  const further = { blocks: await furtherOf(releaseFurtherBlock), cells: await furtherOf(releaseFurtherCell) };
  return { blocks, cells, further };
}

/** The node of the tree that a stored row is about. */
export const nodeIdOf = (row: { unitId: string; direct: boolean }): string =>
  row.direct ? directLeafId(row.unitId) : row.unitId;

/**
 * The frozen tree as subtraction sees it, with the people of each block in the place of the leaves under it, and a leaf of
 * its own for people directly in a unit.
 */
export function nodesOfBlocks(
  tree: readonly { unitId: string; parentId: string | null }[],
  cells: readonly { unitId: string; direct: boolean }[],
  blocks: readonly { unitId: string; direct: boolean; n: number }[],
): { id: string; parentId: string | null; n: number }[] {
  const people = new Map(blocks.map((block) => [nodeIdOf(block), block.n]));
  const node = (id: string, parentId: string | null) => ({ id, parentId, n: people.get(id) ?? 0 });
  return [
    ...tree.map(({ unitId, parentId }) => node(unitId, parentId)),
    ...cells.filter((cell) => cell.direct).map(({ unitId }) => node(directLeafId(unitId), unitId)),
  ];
}
