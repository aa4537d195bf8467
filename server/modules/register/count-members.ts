import { and, count, eq, sql } from "drizzle-orm";
import type { MemberCounts } from "#contracts/members.ts";
import { teamMember, unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { onList } from "./member-queries.ts";

/** How many stand on each list of the reader's part: every team, and units where people sit directly. By path. */
export async function countMembers(scope: Scope<"member:manage">): Promise<MemberCounts> {
  const [units, counts] = await Promise.all([
    scope.tx
      .select({ unitId: unit.id, name: unit.name, code: unit.code, kind: unit.kind, path: unit.path })
      .from(unit)
      .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.status, "live"), within(scope, unit.path))),
    scope.tx
      .select({
        unitId: teamMember.unitId,
        people: count(),
        withoutAddress: sql<number>`count(*) filter (where ${teamMember.email} is null)`.mapWith(Number),
      })
      .from(teamMember)
      .where(onList(scope))
      .groupBy(teamMember.unitId),
  ]);
  const countOf = new Map(counts.map((row) => [row.unitId, row]));
  const nameOf = new Map(units.map((u) => [u.unitId, u.name]));
  // Names along the path: siblings by name, everything below its unit.
  const place = (path: readonly string[]) => path.map((id) => nameOf.get(id) ?? "");
  const rows = units
    .map((u) => ({ ...u, place: place(u.path) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ unitId, name, code, kind, path }) => ({
      unitId,
      name,
      code,
      isTeam: kind === "team",
      depth: path.length - 1,
      people: countOf.get(unitId)?.people ?? 0,
      withoutAddress: countOf.get(unitId)?.withoutAddress ?? 0,
    }))
    .filter((row) => row.isTeam || row.people > 0);
  return { units: rows, people: rows.reduce((sum, row) => sum + row.people, 0) };
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = (a[i] ?? "").localeCompare(b[i] ?? "", "en-GB", { numeric: true });
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
