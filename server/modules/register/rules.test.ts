import { describe, expect, test } from "vitest";
import { mergeProblem, moveProblem, nameFromEmail, nextCode, type parentProblem } from "./rules.ts";

type Placed = Parameters<typeof parentProblem>[0];
const node = (kind: Placed["kind"], path: string[], status: Placed["status"] = "live"): Placed => ({
  id: path.at(-1) ?? "",
  kind,
  status,
  path,
});
const root = node("organisation", ["r"]);
const a = node("unit", ["r", "a"]);
const b = node("unit", ["r", "b"]);
const inA = node("unit", ["r", "a", "c"]);
const team = node("team", ["r", "b", "t"]);
const other = node("team", ["r", "a", "u"]);
const closed = node("unit", ["r", "x"], "closed");
const waiting = node("team", ["r", "a", "w"], "pending");
const deep = node("unit", ["r", ..."123456789yz"]);

describe("moving", () => {
  test.each([
    ["a unit under another", a, b, 0, null],
    ["a unit to the top", inA, root, 0, null],
    ["a team under a unit", team, a, 0, null],
    ["the root", root, a, 0, /cannot be moved/],
    ["under itself", a, a, 0, /below itself/],
    ["under its own", a, inA, 1, /one of its own/],
    ["under a team", a, team, 0, /team is a leaf/],
    ["under a closed unit", a, closed, 0, /closed/],
    ["under a waiting team", a, waiting, 0, /waits/],
    ["a closed unit", closed, a, 0, /closed already/],
    ["a waiting team", waiting, b, 0, /waits/],
    ["to the last level", a, deep, 0, null],
    ["beyond the last level", a, deep, 1, /limit/],
  ])("%s", (_, unit, parent, levels, problem) => {
    const found = moveProblem(unit, parent, levels);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });
});

describe("merging", () => {
  test.each([
    ["a unit into another", a, b, null],
    ["a unit into the one above", inA, a, null],
    ["a team into another", team, other, null],
    ["the root", root, a, /cannot be merged/],
    ["into itself", a, a, /itself/],
    ["into its own", a, inA, /one of its own/],
    ["a team into a unit", team, a, /another team/],
    ["a unit into the root", a, root, /another unit/],
    ["into a closed one", a, closed, /closed/],
    ["into a waiting team", team, waiting, /waits/],
  ])("%s", (_, source, target, problem) => {
    const found = mergeProblem(source, target, 0);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });
});

test("the next code is the first free one, of closed units too, and fits", () => {
  expect(nextCode("HOU", new Set())).toBe("HOU-01");
  expect(nextCode("HOU", new Set(["HOU-01", "HOU-03"]))).toBe("HOU-02");
  expect(nextCode("HOU", new Set(Array.from({ length: 120 }, (_, n) => `HOU-${String(n + 1).padStart(2, "0")}`)))).toBe(
    "HOU-121",
  );
  expect(nextCode("X".repeat(40), new Set()).length).toBeLessThanOrEqual(40);
});

test.each([
  ["jo.smith@example.org", "Jo Smith"],
  ["o-brien_2@example.org", "O Brien"],
  ["42@example.org", "42@example.org"],
  ["élodie+hr@example.org", "Élodie Hr"],
])("a first name for %s", (email, name) => expect(nameFromEmail(email)).toBe(name));
