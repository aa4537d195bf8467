import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MemberNow, type MemberRow, planMembers } from "./member-rules.ts";

const UNITS = [
  { id: "a", code: "A1", name: "Repairs" },
  { id: "b", code: "B1", name: "Lettings" },
];
const row = (line: number, teamCode: string, name: string, email: string | null = null): MemberRow => ({
  line,
  teamCode,
  name,
  email,
});
const member = (memberId: string, unitId: string, name: string, email: string | null = null): MemberNow => ({
  memberId,
  unitId,
  name,
  email,
});

describe("what a file of team members changes", () => {
  test("joiners, leavers and new names of the teams that it names, and nothing of the others", () => {
    const now = [
      member("1", "a", "Ada", "ada@x.example"),
      member("2", "a", "Bo", null),
      member("3", "a", "Cy", "cy@x.example"),
      member("4", "b", "Di", "di@x.example"),
    ];
    const plan = planMembers(
      [row(2, "A1", "Ada Ash", "ada@x.example"), row(3, "A1", "bo", null), row(4, "A1", "Eve", "eve@x.example")],
      UNITS,
      now,
    );
    expect(plan.joins).toEqual([{ unitId: "a", name: "Eve", email: "eve@x.example" }]);
    expect(plan.leaves).toEqual(["3"]);
    expect(plan.renames).toEqual([
      { memberId: "1", name: "Ada Ash" },
      { memberId: "2", name: "bo" },
    ]);
    expect([plan.lists, plan.unchanged, plan.confirmation]).toEqual([1, 0, null]);
  });

  test("an unknown code and somebody twice are said by row", () => {
    const rows = [row(2, "Z9", "Ada"), row(3, "A1", "Bo", "bo@x.example"), row(4, "A1", "Bob", "bo@x.example")];
    expect(planMembers(rows, UNITS, []).errors.map((e) => [e.row, e.column])).toEqual([
      [2, "team_code"],
      [4, "email"],
    ]);
  });

  test("more than two in five leaving has to be typed", () => {
    const now = ["1", "2", "3", "4", "5"].map((id) => member(id, "a", `P${id}`));
    const keep = (n: number) => now.slice(0, n).map((m, i) => row(i + 2, "A1", m.name));
    expect(planMembers(keep(3), UNITS, now).confirmation).toBeNull();
    expect(planMembers(keep(2), UNITS, now).confirmation).toBe("take off 3 people");
  });

  test("applying the plan makes the lists of the file, whatever was there before", () => {
    const email = fc.option(fc.constantFrom("a@x.example", "b@x.example", "c@x.example"), { nil: null });
    const name = fc.constantFrom("Ada", "Bo", "Cy", "Di");
    const unit = fc.constantFrom(...UNITS);
    const rows = fc.array(fc.record({ unit, name, email }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, rows, (file, before) => {
        const key = (p: { name: string; email: string | null }) => p.email ?? `n ${p.name.toLowerCase()}`;
        const once = before.filter((p, i) => before.findIndex((q) => q.unit === p.unit && key(q) === key(p)) === i);
        const now = once.map((p, i) => member(String(i), p.unit.id, p.name, p.email));
        const lines = file.map((p, i) => row(i + 2, p.unit.code, p.name, p.email));
        const plan = planMembers(lines, UNITS, now);
        const bad = new Set(plan.errors.map((e) => e.row));
        const renamed = new Map(plan.renames.map((r) => [r.memberId, r.name]));
        const after = [
          ...now
            .filter((m) => !plan.leaves.includes(m.memberId))
            .map((m) => ({ ...m, name: renamed.get(m.memberId) ?? m.name })),
          ...plan.joins,
        ];
        const shape = (unitId: string, people: { name: string; email: string | null }[]) =>
          people.map((p) => `${unitId} ${p.email} ${p.name}`).sort();
        for (const u of UNITS) {
          const wanted = lines.filter((l) => l.teamCode === u.code && !bad.has(l.line));
          const had = now.filter((m) => m.unitId === u.id);
          expect(
            shape(
              u.id,
              after.filter((m) => m.unitId === u.id),
            ),
          ).toEqual(shape(u.id, wanted.length > 0 ? wanted : had));
        }
      }),
    );
  });
});
