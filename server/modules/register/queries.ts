import { and, arrayContains, eq, isNull, ne, sql } from "drizzle-orm";
import type { UnitKind, UnitStatus, WorkingPattern } from "#contracts/register.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { teamRegistration, unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { forbidden, notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { parentOf } from "./rules.ts";
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

/**
 * Moving, merging and closing concern the unit above too, so it must be in the scope: nobody reorganises the top of their
 * own branch away.
 * @throws forbidden
 */
export function mustBeLoose(scope: Scope, node: TreeNode): void {
  if (!isLoose(scope, node)) throw forbidden();
}

export const isLoose = (scope: Pick<Scope, "everywhere" | "roots">, node: { path: readonly string[] }): boolean =>
  node.path.length > 1 && (scope.everywhere || node.path.slice(0, -1).some((id) => scope.roots.includes(id)));

/** Everything below a unit that is not closed, waiting teams included, parents before children. */
export async function listBelow(scope: Scope, above: TreeNode): Promise<TreeNode[]> {
  return scope.tx
    .select(NODE)
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        arrayContains(unit.path, [above.id]),
        ne(unit.id, above.id),
        ne(unit.status, "closed"),
        within(scope, unit.path),
      ),
    )
    .orderBy(sql`cardinality(${unit.path})`, unit.name);
}

export async function listChildren(scope: Scope, above: TreeNode): Promise<TreeNode[]> {
  return (await listBelow(scope, above)).filter((node) => node.path.length === above.path.length + 1);
}

export async function levelsBelow(scope: Scope, above: TreeNode): Promise<number> {
  const below = await listBelow(scope, above);
  return Math.max(above.path.length, ...below.slice(-1).map((node) => node.path.length)) - above.path.length;
}

export type SupervisorRow = { personId: string; name: string; email: string };

/** Supervisors in office or to come, by unit; of one unit, or of all in the scope. */
export async function listSupervisors(scope: Scope, unitId?: string): Promise<Map<string, SupervisorRow[]>> {
  const rows = await scope.tx
    .selectDistinct({ unitId: roleAssignment.unitId, personId: person.id, name: person.name, email: person.email })
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
        unitId === undefined ? undefined : eq(roleAssignment.unitId, unitId),
      ),
    )
    .orderBy(person.name);
  const byUnit = new Map<string, SupervisorRow[]>();
  for (const { unitId: at, ...who } of rows) {
    const others = byUnit.get(at);
    if (others) others.push(who);
    else byUnit.set(at, [who]);
  }
  return byUnit;
}

/** The unit above, wherever it stands: HR of one team alone still approves it under a unit that they do not see. */
export async function findParent(scope: Scope, node: TreeNode): Promise<TreeNode | null> {
  const id = parentOf(node);
  if (id === null) return null;
  const [found] = await scope.tx
    .select(NODE)
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, id)));
  return found ?? null;
}

/**
 * A team that waits for a decision, with its request.
 * @throws not_found outside the scope and for a unit that was never registered; refused when it was decided already
 */
export async function mustFindWaiting(scope: Scope, unitId: string) {
  const team = await mustFindUnit(scope, unitId);
  const [registration] = await scope.tx
    .select()
    .from(teamRegistration)
    .where(and(eq(teamRegistration.orgId, scope.organisation.id), eq(teamRegistration.unitId, team.id)));
  if (!registration) throw notFound("request");
  if (team.status !== "pending" || registration.decision !== null) {
    throw refused("Somebody has decided about this team already.");
  }
  return { team, registration };
}
