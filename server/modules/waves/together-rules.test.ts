import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costOfK, groupCode, proposals, type Sized, tooSmall, whyNotTogether, withGroups } from "./together-rules.ts";

const unit = (unitId: string, parentId: string | null): Sized => ({
  unitId,
  parentId,
  name: unitId,
  isTeam: false,
  people: 0,
});
const team = (unitId: string, parentId: string, people: number): Sized => ({
  unitId,
  parentId,
  name: unitId,
  isTeam: true,
  people,
});
// The fixture of measurement.md, section 3.
const DEPARTMENT = [
  unit("Dept", null),
  unit("D1", "Dept"),
  team("A1", "D1", 12),
  team("A2", "D1", 9),
  team("A3", "D1", 3),
  unit("D2", "Dept"),
  team("B1", "D2", 8),
  team("B2", "D2", 7),
  team("B3", "D2", 11),
  unit("D3", "Dept"),
  team("C1", "D3", 4),
  team("C2", "D3", 2),
];

describe("what a smallest group costs", () => {
  test("is counted by the rule that decides: five teams at 5 and at 7, two at 10", () => {
    expect(costOfK(DEPARTMENT, [5, 7, 10]).map(({ k, all }) => [k, all])).toEqual([
      [5, 5],
      [7, 5],
      [10, 2],
    ]);
  });
  test("a k under five is refused, not shown", () => {
    expect(() => costOfK(DEPARTMENT, [4])).toThrow("at least 5");
  });
  test("the teams that are too small, in the order of the tree", () => {
    expect(tooSmall(DEPARTMENT, 5).map((t) => t.unitId)).toEqual(["A3", "C1", "C2"]);
  });
  test("small siblings are proposed where together they reach k", () => {
    expect(proposals(DEPARTMENT, 5).map((p) => [p.parentId, p.teams.map((t) => t.unitId)])).toEqual([
      ["D3", ["C1", "C2"]],
    ]);
    expect(proposals(DEPARTMENT, 7)).toEqual([]);
  });
  test("with fewer answers never more teams show than with more people", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, (people) => {
        const units = [unit("x", null), ...people.map((n, i) => team(`t${i}`, "x", n))];
        for (const { k, all } of costOfK(units, [5, 8])) {
          expect(all).toBeLessThanOrEqual(people.filter((n) => n >= k).length);
          expect(tooSmall(units, k).length).toBe(people.length - all);
        }
      }),
    );
  });
});

const node = (id: string, parent: { id: string; path: string[] } | null, kind = "team") => ({
  id,
  code: id.toUpperCase(),
  name: id,
  kind,
  headcount: null,
  parentId: parent?.id ?? null,
  path: [...(parent?.path ?? []), id],
});
const root = node("root", null, "organisation");
const d = node("d", root, "unit");
const TREE = [root, d, node("a", d), node("b", d), node("c", d), node("e", root)];

describe("reporting together", () => {
  test("puts the teams under a temporary unit that stands where they stood", () => {
    const { tree, groups } = withGroups(TREE, [{ id: "g-and-more", name: "Bees", parentId: "d", teamIds: ["b", "c"] }]);
    expect(tree.map((u) => [u.id, u.path.join("/")])).toEqual([
      ["root", "root"],
      ["d", "root/d"],
      ["a", "root/d/a"],
      ["g-and-more", "root/d/g-and-more"],
      ["b", "root/d/g-and-more/b"],
      ["c", "root/d/g-and-more/c"],
      ["e", "root/e"],
    ]);
    expect(tree[3]).toMatchObject({ kind: "unit", parentId: "d", code: groupCode("g-and-more") });
    expect(groups).toHaveLength(1);
  });

  test.each([
    ["one team left", ["b", "gone"]],
    ["a team of another unit", ["b", "e"]],
    ["a unit", ["d", "b"]],
  ])("%s is no group", (_, teamIds) => {
    const { tree, groups } = withGroups(TREE, [{ id: "g", name: "G", parentId: "d", teamIds }]);
    expect(groups).toEqual([]);
    expect(tree).toEqual(TREE);
  });

  const t = (unitId: string, parentId = "d", kind = "team") => ({ unitId, name: unitId, kind, parentId });
  test.each([
    [[t("a")], "two teams"],
    [[t("a"), t("d", "d", "unit")], "d is a unit"],
    [[t("a"), t("e", "root")], "same unit"],
    [[t("a"), t("c")], "c reports together"],
    [[t("a"), t("b")], null],
  ])("%o: %s", (teams, words) => {
    const why = whyNotTogether(teams, new Set(["c"]));
    if (words === null) expect(why).toBeNull();
    else expect(why).toContain(words);
  });
});
