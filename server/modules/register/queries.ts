import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { UnitKind, UnitStatus, WorkingPattern } from "#contracts/register.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import type { TreeNode } from "./structure-rules.ts";

export const today = (scope: Scope): string => dateIn(scope.organisation.zone, scope.clock.now());

/**
 * One change of the tree at a time per organisation: two moves that are right by themselves could make a cycle together.
 * Every command that adds, moves or closes a unit takes it before it reads. Ends with the transaction.
 */
export async function lockStructure(scope: Scope): Promise<void> {
  await scope.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`structure:${scope.organisation.id}`}, 0))`,
  );
}

const NODE = {
  id: unit.id,
  code: unit.code,
  name: unit.name,
  kind: sql<UnitKind>`${unit.kind}`,
  status: sql<UnitStatus>`${unit.status}`,
  path: unit.path,
  headcount: unit.headcount,
  workingPattern: sql<WorkingPattern | null>`${unit.workingPattern}`,
};

/** Every unit of the organisation, of any status and part: codes are unique across all of them. For rules, never for a view. */
export async function listNodes(scope: Scope): Promise<TreeNode[]> {
  return scope.tx.select(NODE).from(unit).where(eq(unit.orgId, scope.organisation.id));
}

/** A unit in the scope, of any status. */
export async function findUnit(scope: Scope, unitId: string): Promise<TreeNode | null> {
  const [found] = await scope.tx
    .select(NODE)
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, unitId), within(scope, unit.path)));
  return found ?? null;
}

/** @throws not_found for another part's, another organisation's and a random id alike */
export async function mustFindUnit(scope: Scope, unitId: string): Promise<TreeNode> {
  const found = await findUnit(scope, unitId);
  if (!found) throw notFound("unit");
  return found;
}

/** E-mail addresses of the supervisors in office (or to come), by unit. */
export async function listSupervisorEmails(
  scope: Scope,
  unitIds?: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await scope.tx
    .select({ unitId: roleAssignment.unitId, email: person.email })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.orgId, roleAssignment.orgId), eq(person.id, roleAssignment.personId)))
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
    .where(
      and(
        eq(roleAssignment.orgId, scope.organisation.id),
        eq(roleAssignment.role, "supervisor"),
        isNull(roleAssignment.revokedAt),
        sql`(${roleAssignment.endsOn} is null or ${roleAssignment.endsOn} >= ${today(scope)})`,
        within(scope, unit.path),
        unitIds ? inArray(roleAssignment.unitId, [...unitIds]) : undefined,
      ),
    );
  const byUnit = new Map<string, Set<string>>();
  for (const { unitId, email } of rows) byUnit.set(unitId, (byUnit.get(unitId) ?? new Set()).add(email));
  return byUnit;
}
