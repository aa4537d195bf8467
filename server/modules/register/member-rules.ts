import { MEMBERS_LEAVING_LIMIT, type MemberChange } from "#contracts/members.ts";
import type { StructureError } from "#contracts/structure.ts";

/** One line of a file of team members. */
export type MemberRow = { line: number; teamCode: string; name: string; email: string | null };

/** Somebody on a list today. */
export type MemberNow = { memberId: string; unitId: string; name: string; email: string | null };

type Unit = { id: string; code: string; name: string };

export type MemberPlan = {
  joins: { unitId: string; name: string; email: string | null }[];
  leaves: string[];
  renames: { memberId: string; name: string }[];
  unchanged: number;
  lists: number;
  changes: MemberChange[];
  errors: StructureError[];
  /** What has to be typed because many would leave, or null. */
  confirmation: string | null;
};

/**
 * What a file would change. It holds the whole list of every team that it names; teams that it does not name stay as they
 * are. People are known by their address, or by their name where they have none.
 *
 * @param units those that the reader may write
 */
export function planMembers(rows: readonly MemberRow[], units: readonly Unit[], now: readonly MemberNow[]): MemberPlan {
  const plan: MemberPlan = {
    joins: [],
    leaves: [],
    renames: [],
    unchanged: 0,
    lists: 0,
    changes: [],
    errors: [],
    confirmation: null,
  };
  const unitOf = new Map(units.map((unit) => [unit.code, unit]));
  const listed = Map.groupBy(now, (member) => member.unitId);
  const wanted = new Map<string, Map<string, MemberRow>>();
  for (const row of rows) {
    const unit = unitOf.get(row.teamCode);
    if (!unit) {
      const message =
        row.teamCode === "" ? null : `There is no team or unit with the code ${row.teamCode} in your part.`;
      if (message) plan.errors.push({ row: row.line, column: "team_code", message });
      continue;
    }
    const people = wanted.get(unit.id) ?? new Map<string, MemberRow>();
    const twice = people.get(keyOf(row));
    if (twice) {
      const message = `${row.email ?? row.name} stands in row ${twice.line} of the same team already.`;
      plan.errors.push({ row: row.line, column: row.email ? "email" : "name", message });
      continue;
    }
    wanted.set(unit.id, people.set(keyOf(row), row));
  }
  let before = 0;
  for (const unit of units) {
    const people = wanted.get(unit.id);
    if (!people) continue;
    plan.lists += 1;
    const members = listed.get(unit.id) ?? [];
    before += members.length;
    planList(plan, unit, people, members);
  }
  if (before > 0 && plan.leaves.length / before > MEMBERS_LEAVING_LIMIT) {
    plan.confirmation = `take off ${plan.leaves.length} ${plan.leaves.length === 1 ? "person" : "people"}`;
  }
  return plan;
}

const keyOf = ({ name, email }: { name: string; email: string | null }) =>
  email === null ? `name ${name.trim().toLowerCase()}` : `mail ${email}`;

function planList(
  plan: MemberPlan,
  unit: Unit,
  people: ReadonlyMap<string, MemberRow>,
  members: readonly MemberNow[],
): void {
  const known = new Map(members.map((member) => [keyOf(member), member]));
  for (const [key, { name, email }] of people) {
    const member = known.get(key);
    if (!member) {
      plan.joins.push({ unitId: unit.id, name, email });
      plan.changes.push({ change: "joins", unit: unit.name, name, email, before: null });
    } else if (member.name !== name) {
      plan.renames.push({ memberId: member.memberId, name });
      plan.changes.push({ change: "renamed", unit: unit.name, name, email, before: member.name });
    } else plan.unchanged += 1;
  }
  const staying = new Set([...people.keys()].flatMap((key) => known.get(key)?.memberId ?? []));
  for (const member of members) {
    if (staying.has(member.memberId)) continue;
    plan.leaves.push(member.memberId);
    plan.changes.push({ change: "leaves", unit: unit.name, name: member.name, email: member.email, before: null });
  }
}
