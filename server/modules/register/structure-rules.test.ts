import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StructureExtent } from "#contracts/structure.ts";
import { confirmationFor, planStructure } from "./structure-diff-rules.ts";
import type { PlacedRow, TreeNode } from "./structure-rules.ts";

const node = (code: string, above: string[], more: Partial<TreeNode> = {}): TreeNode => ({
  id: `#${code}`,
  code,
  name: `Name ${code}`,
  kind: "unit",
  status: "live",
  path: [...above, code].map((c) => `#${c}`),
  headcount: null,
  workingPattern: null,
  ...more,
});
/** R { A { T team, P waiting }, B, X closed } */
const NODES = [
  node("R", [], { kind: "organisation" }),
  node("A", ["R"]),
  node("B", ["R"]),
  node("T", ["R", "A"], { kind: "team", headcount: 9 }),
  node("P", ["R", "A"], { kind: "team", status: "pending" }),
  node("X", ["R"], { status: "closed" }),
];
type Row = [code: string, parent: string | null, more?: Partial<PlacedRow>];
const rows = (list: Row[]): PlacedRow[] =>
  list.map(([code, parentCode, more], index) => ({
    line: index + 2,
    code,
    name: `Name ${code}`,
    kind: "unit",
    parentCode,
    ...more,
  }));
const TEAM = { kind: "team" } as const;

function plan(list: Row[], extent: StructureExtent = "part", roots = ["#R"], nodes = NODES) {
  let n = 0;
  const newId = () => `+${n++}`;
  return planStructure({
    nodes,
    rows: rows(list),
    extent,
    roots,
    newId,
    supervisorsOf: new Map(),
    blocked: new Set(["gone@x.example"]),
  });
}

describe("the difference", () => {
  test("the same again is unchanged", () => {
    const same = plan(
      [
        ["A", null],
        ["B", null],
        ["T", "A", TEAM],
      ],
      "whole",
    );
    expect(same).toMatchObject({ errors: [], changes: [], closes: [], paths: [], confirmation: null });
    expect(same.counts).toMatchObject({ unchanged: 3, created: 0 });
  });

  test("created, renamed, moved and edited, each said once", () => {
    const p = plan([
      ["A", "B", { name: "Alpha" }],
      ["N", "A"],
      ["M", "N", { ...TEAM, supervisorEmail: "jo@x.example" }],
      ["T", "A", { ...TEAM, headcount: 10 }],
    ]);
    expect(p.errors).toEqual([]);
    expect(p.counts).toEqual({ created: 2, renamed: 1, moved: 1, closed: 0, edited: 1, supervisors: 1, unchanged: 0 });
    expect(p.changes.find((c) => c.change === "moved")).toMatchObject({
      code: "A",
      before: "Name R (R)",
      after: "Name B (B)",
    });
    // The subtree goes along, waiting teams included.
    expect(Object.fromEntries(p.paths.map((u) => [u.id, u.path]))).toEqual({
      "#A": ["#R", "#B", "#A"],
      "#T": ["#R", "#B", "#A", "#T"],
      "#P": ["#R", "#B", "#A", "#P"],
    });
    expect(p.inserts.at(-1)?.path).toEqual(["#R", "#B", "#A", "+0", "+1"]);
  });

  test("what the file does not say stays: an empty head count is no change", () => {
    expect(plan([["T", "A", TEAM]]).updates).toEqual([]);
  });

  test("the whole structure: what is missing closes, waiting teams below it too", () => {
    const p = plan([["B", null]], "whole");
    expect(p.counts).toMatchObject({ closed: 2, unchanged: 1 });
    expect([...p.closes].sort()).toEqual(["#A", "#P", "#T"]);
    expect(p.confirmation).toBe("close 2 units");
  });

  test("a unit that leaves a closing branch lives on", () => {
    const p = plan(
      [
        ["B", null],
        ["T", "B", TEAM],
      ],
      "whole",
    );
    expect(p.errors).toEqual([]);
    expect([...p.closes].sort()).toEqual(["#A", "#P"]);
  });

  test("codes that change their meaning", () => {
    const exchange = plan([
      ["A", null, { name: "Name B" }],
      ["B", null, { name: "Name A" }],
    ]);
    expect(exchange).toMatchObject({ swapped: 2, confirmation: "change 2 codes" });
    const recoded = plan(
      [
        ["A2", null, { name: "name  a" }],
        ["B", null],
        ["T", "A2", TEAM],
      ],
      "whole",
    );
    expect(recoded).toMatchObject({ swapped: 1, confirmation: "change 1 code" });
    expect(plan([["A", null, { name: "Fresh" }]]).swapped).toBe(0);
  });

  test.each([
    [10, 4, 0, null],
    [10, 5, 0, "close 5 units"],
    [100, 0, 5, null],
    [100, 0, 6, "change 6 codes"],
    [100, 41, 6, "close 41 units and change 6 codes"],
    [1, 1, 0, "close 1 unit"],
    [0, 0, 0, null],
  ])("of %i units %i leave and %i codes change", (before, leaving, swapped, words) => {
    expect(confirmationFor(before, leaving, swapped)).toBe(words);
  });
});

describe("refuses, by row and column", () => {
  test.each<[string, Row[], number, string | null, RegExp, StructureExtent?, string[]?]>([
    ["an unknown parent", [["N", "ZZ"]], 2, "parent_code", /No unit has the code ZZ/],
    [
      "a code twice",
      [
        ["N", null],
        ["N", "A"],
      ],
      3,
      "code",
      /also in row 2/,
    ],
    ["the code of a closed unit", [["X", null]], 2, "code", /not used twice/],
    ["a waiting team", [["P", "A", TEAM]], 2, "code", /waits/],
    ["a closed parent", [["N", "X"]], 2, "parent_code", /closed/],
    ["a waiting parent", [["N", "P"]], 2, "parent_code", /waits/],
    ["a team as parent", [["N", "T"]], 2, "parent_code", /team/],
    [
      "a team of the file as parent",
      [
        ["N", "M"],
        ["M", "A", TEAM],
      ],
      2,
      "parent_code",
      /team/,
    ],
    ["another kind than before", [["T", "A"]], 2, "kind", /Close it/],
    ["its own parent", [["N", "N"]], 2, "parent_code", /own parent/],
    [
      "a cycle of new units",
      [
        ["N", "M"],
        ["M", "N"],
      ],
      2,
      "parent_code",
      /below itself/,
    ],
    [
      "a cycle with old units",
      [
        ["A", "N"],
        ["N", "T2"],
        ["T2", "A"],
      ],
      2,
      "parent_code",
      /below itself/,
    ],
    ["a second organisation", [["O", null, { kind: "organisation" }]], 2, "kind", /one organisation/],
    ["the root under a unit", [["R", "A", { kind: "organisation" }]], 2, "parent_code", /no parent/],
    ["a formula as name", [["N", null, { name: "=cmd()" }]], 2, "name", /formula/],
    ["a formula as code", [["@N", null]], 2, "code", /formula/],
    ["a line break in a name", [["N", null, { name: "a\nb" }]], 2, "name", /line breaks/],
    ["a supervisor of a unit", [["N", null, { supervisorEmail: "a@b.example" }]], 2, "supervisor_email", /Only a team/],
    ["somebody suspended", [["N", "A", { ...TEAM, supervisorEmail: "gone@x.example" }]], 2, "supervisor_email", /left/],
    [
      "a parent that would close",
      [
        ["N", "A"],
        ["B", null],
      ],
      2,
      "parent_code",
      /would be closed/,
      "whole",
    ],
    ["another branch's code", [["B", null]], 2, "code", /outside your part/, "part", ["#A"]],
    ["another branch as parent", [["N", "B"]], 2, "parent_code", /No unit has/, "part", ["#A"]],
    ["the top level for a branch", [["N", null]], 2, "parent_code", /Name a parent/, "part", ["#A"]],
    ["a branch moving itself", [["A", "B"]], 2, "parent_code", /whole organisation/, "part", ["#A"]],
  ])("%s", (_, list, row, column, message, extent, roots) => {
    const [error] = plan(list, extent, roots).errors;
    expect(error).toMatchObject({ row, column });
    expect(error?.message).toMatch(message);
  });

  test("a chain of ten thousand rows is refused, and quickly", () => {
    const chain: Row[] = Array.from({ length: 10_000 }, (_, n) => [`C${n}`, n === 0 ? null : `C${n - 1}`]);
    expect(plan(chain).errors.some((e) => /limit/.test(e.message))).toBe(true);
  });

  test("a branch's own row may stand in its file, and the branch never closes itself", () => {
    const p = plan([["A", "R", { name: "Alpha" }]], "whole", ["#A"]);
    expect(p).toMatchObject({ errors: [], before: 1 });
    expect(p.counts).toMatchObject({ renamed: 1, closed: 1 });
  });
});

test("a plan without errors is a tree: every path leads from the root, through its parent, to itself", () => {
  const code = fc.constantFrom("A", "B", "T", "N1", "N2", "N3", "N4", "N5");
  const row = fc.tuple(code, fc.option(code, { nil: null })).map(([c, p]): Row => [c, p, c === "T" ? TEAM : {}]);
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: (r) => r[0], maxLength: 8 }),
      fc.constantFrom("part", "whole"),
      (list, extent) => {
        const p = plan(list, extent as StructureExtent);
        if (p.errors.length > 0) return;
        const path = new Map(NODES.map((n) => [n.id, n.path]));
        for (const u of [...p.paths, ...p.inserts]) path.set(u.id, u.path);
        const closed = new Set(["#X", ...p.closes]);
        for (const [id, steps] of path) {
          expect(steps[0]).toBe("#R");
          expect(steps.at(-1)).toBe(id);
          expect(new Set(steps).size).toBe(steps.length);
          if (steps.length > 1) expect(path.get(steps.at(-2) ?? "")).toEqual(steps.slice(0, -1));
          if (!closed.has(id)) for (const step of steps) expect(closed.has(step)).toBe(false);
        }
      },
    ),
    { numRuns: 500 },
  );
});
