import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invitedBy, type Listed, rosterOf } from "./roster-rules.ts";

const TREE = [
  { unitId: "org", parentId: null },
  { unitId: "housing", parentId: "org" },
  { unitId: "repairs", parentId: "housing" },
  { unitId: "lettings", parentId: "housing" },
];
const on = (memberId: string, unitId: string, email: string | null, startsOn = "2026-01-01"): Listed => ({
  memberId,
  unitId,
  email,
  startsOn,
});
const NOBODY = new Map<string, Set<string>>();

describe("who is invited", () => {
  test("everybody once, in their own team; people without an address are never joined", () => {
    const listed = [on("1", "repairs", "a@x.example"), on("2", "repairs", null), on("3", "repairs", null)];
    expect(rosterOf(listed, TREE, NOBODY).map((p) => p.memberId)).toEqual(["1", "2", "3"]);
  });

  test("the same address twice is one person: the longest standing list, then the order of the tree", () => {
    const both = [on("1", "lettings", "a@x.example", "2026-03-01"), on("2", "repairs", "a@x.example", "2026-02-01")];
    expect(rosterOf(both, TREE, NOBODY)).toEqual([{ memberId: "2", unitId: "repairs" }]);
    const sameDay = [on("1", "lettings", "a@x.example"), on("2", "repairs", "a@x.example")];
    expect(rosterOf(sameDay, TREE, NOBODY)).toEqual([{ memberId: "2", unitId: "repairs" }]);
  });

  test("a supervisor on the own list counts in the unit above, and in another team where there is one", () => {
    const run = new Map([["repairs", new Set(["boss@x.example"])]]);
    expect(rosterOf([on("1", "repairs", "boss@x.example")], TREE, run)).toEqual([{ memberId: "1", unitId: "housing" }]);
    const listed = [on("1", "repairs", "boss@x.example"), on("2", "lettings", "boss@x.example", "2026-06-01")];
    expect(rosterOf(listed, TREE, run)).toEqual([{ memberId: "2", unitId: "lettings" }]);
  });

  test("who runs the team and the unit above counts above both; at the very top, at the top", () => {
    const head = new Set(["head@x.example"]);
    const listed = [on("1", "repairs", "head@x.example")];
    expect(
      rosterOf(
        listed,
        TREE,
        new Map([
          ["repairs", head],
          ["housing", head],
        ]),
      ),
    ).toEqual([{ memberId: "1", unitId: "org" }]);
    expect(rosterOf(listed, TREE, new Map(["repairs", "housing", "org"].map((u) => [u, head])))).toEqual([
      { memberId: "1", unitId: "org" },
    ]);
  });

  test("a list of a unit that is not in the wave is left out", () => {
    expect(rosterOf([on("1", "new", "a@x.example")], TREE, NOBODY)).toEqual([]);
  });

  test("on any lists: nobody twice, nobody in a team they run, counts add up", () => {
    const person = fc.record({
      memberId: fc.uuid(),
      unitId: fc.constantFrom("org", "housing", "repairs", "lettings", "gone"),
      email: fc.option(fc.constantFrom("a@x.example", "b@x.example", "c@x.example"), { nil: null }),
      startsOn: fc.constantFrom("2026-01-01", "2026-02-01"),
    });
    const runs = fc.array(
      fc.tuple(fc.constantFrom("housing", "repairs", "lettings"), fc.constantFrom("a@x.example", "b@x.example")),
    );
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: (p) => p.memberId, maxLength: 30 }), runs, (listed, pairs) => {
        const supervisors = new Map<string, Set<string>>();
        for (const [unitId, email] of pairs) supervisors.set(unitId, (supervisors.get(unitId) ?? new Set()).add(email));
        const roster = rosterOf(listed, TREE, supervisors);
        const emailOf = new Map(listed.map((p) => [p.memberId, p.email]));
        const emails = roster.flatMap((p) => emailOf.get(p.memberId) ?? []);
        expect(new Set(emails).size).toBe(emails.length);
        for (const p of roster) expect(supervisors.get(p.unitId)?.has(emailOf.get(p.memberId) ?? "")).not.toBe(true);
        const counts = invitedBy(TREE, roster);
        expect([...counts.values()].reduce((a, b) => a + b, 0)).toBe(roster.length);
        expect(rosterOf([...listed].reverse(), TREE, supervisors)).toEqual(roster);
      }),
    );
  });
});
