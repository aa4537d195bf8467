import { and, eq, like, sql } from "drizzle-orm";
import { MAX_UNITS, type UnitKind, type UnitStatus, type WorkingPattern } from "#contracts/register.ts";
import { unit, unitPlacement } from "#db/schema/register.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { today } from "./queries.ts";
import { MAX_UNITS_REACHED, depthProblem, nextCode, parentProblem } from "./rules.ts";
import type { TreeNode } from "./structure-rules.ts";

type NewUnit = {
  kind: UnitKind;
  status: UnitStatus;
  name: string;
  /** Null: the next free one below the parent. */
  code: string | null;
  headcount: number | null;
  workingPattern: WorkingPattern | null;
};

/**
 * Stores a new unit below a parent that the caller found in its scope, under the structure's lock. A pending team gets
 * its placement when it is approved: until then it belongs nowhere.
 *
 * @throws invalid with the field's message
 */
export async function placeUnit(scope: Scope, parent: TreeNode, made: NewUnit): Promise<TreeNode> {
  const { tx } = scope;
  const orgId = scope.organisation.id;
  const problem = parentProblem(parent) ?? depthProblem(parent, 1);
  if (problem) throw invalid(problem, { parentId: problem });
  const [live] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(unit)
    .where(and(eq(unit.orgId, orgId), sql`${unit.status} <> 'closed'`));
  if ((live?.n ?? 0) > MAX_UNITS) throw invalid(MAX_UNITS_REACHED, { parentId: MAX_UNITS_REACHED });
  const code = made.code ?? nextCode(parent.code, await listCodesLike(scope, parent.code));
  await mustBeFree(scope, code);
  const id = crypto.randomUUID();
  const node: TreeNode = { ...made, id, code, path: [...parent.path, id] };
  await tx.insert(unit).values({ orgId, ...node });
  if (made.status === "live") {
    await tx.insert(unitPlacement).values({ orgId, unitId: id, parentId: parent.id, startsOn: today(scope) });
  }
  return node;
}

/** Codes are never used twice, not even after a unit was closed. Asked across the whole organisation. */
export async function mustBeFree(scope: Scope, code: string, but?: string): Promise<void> {
  const [taken] = await scope.tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.code, code)));
  if (!taken || taken.id === but) return;
  const message = `The code ${code} is or was in use in your organisation. Choose another one.`;
  throw invalid(message, { code: message });
}

async function listCodesLike(scope: Scope, parentCode: string): Promise<Set<string>> {
  const stem = parentCode.slice(0, 34).replace(/[\\%_]/g, "\\$&");
  const rows = await scope.tx
    .select({ code: unit.code })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), like(unit.code, `${stem}-%`)));
  return new Set(rows.map((row) => row.code));
}
