import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Measured, type MeasuredNode, measuresOf, SMALL_TEAMS_TOGETHER } from "./measure-rules.ts";

const unit = (unitId: string, parentId: string | null): MeasuredNode => ({
  unitId,
  parentId,
  isTeam: false,
  headcount: null,
});
const team = (unitId: string, parentId: string, headcount: number | null = 9): MeasuredNode => ({
  unitId,
  parentId,
  isTeam: true,
  headcount,
});
const saw = (engagement: number, delivery: number): Measured => ({ engagement, delivery });
const rowsOf = (nodes: MeasuredNode[], values: Record<string, Measured>) =>
  Object.fromEntries(measuresOf(nodes, new Map(Object.entries(values))).map((m) => [m.unitId, m]));

describe("what is stored of supervisors' and counted figures", () => {
  test("a team of four has its own row, a unit needs five teams and takes the plain mean", () => {
    const five = ["a", "b", "c", "d", "e"].map((id) => team(id, "x", 4));
    const rows = rowsOf([unit("x", null), ...five], {
      a: saw(10, 50),
      b: saw(20, 50),
      c: saw(30, 50),
      d: saw(40, 50),
      e: saw(50, 100),
    });
    expect(rows.a).toEqual({ unitId: "a", teams: 1, engagement: 10, delivery: 50 });
    expect(rows.x).toEqual({ unitId: "x", teams: 5, engagement: 30, delivery: 60 });
  });

  test("four teams are not enough for their unit, and one silent team is no zero", () => {
    const rows = rowsOf([unit("x", null), ...["a", "b", "c", "d", "e"].map((id) => team(id, "x"))], {
      a: saw(0, 0),
      b: saw(0, 0),
      c: saw(0, 0),
      d: saw(0, 0),
    });
    expect(Object.keys(rows)).toEqual(["a", "b", "c", "d"]);
  });

  test.each([3, 0, null])("a team of %s people has no row of its own", (headcount) => {
    expect(rowsOf([unit("x", null), team("a", "x", headcount)], { a: saw(10, 10) })).toEqual({});
  });

  test("one small team among shown ones is not counted: subtraction would tell it", () => {
    const nodes = [unit("x", null), ...["a", "b", "c", "d", "e"].map((id) => team(id, "x")), team("s", "x", 3)];
    const values = Object.fromEntries(["a", "b", "c", "d", "e"].map((id) => [id, saw(20, 20)]));
    expect(rowsOf(nodes, { ...values, s: saw(100, 100) }).x).toEqual({
      unitId: "x",
      teams: 5,
      engagement: 20,
      delivery: 20,
    });
  });

  test("three small teams count together at the lowest unit that holds them", () => {
    const nodes = [
      unit("root", null),
      unit("x", "root"),
      ...["a", "b"].map((id) => team(id, "x")),
      ...["s", "t", "u"].map((id) => team(id, "x", 3)),
      team("v", "root", 2),
    ];
    const values = Object.fromEntries(["a", "b", "s", "t", "u", "v"].map((id) => [id, saw(40, 60)]));
    const rows = rowsOf(nodes, values);
    expect(rows.x?.teams).toBe(5);
    // The sixth waits for two more of its kind.
    expect(rows.root?.teams).toBe(5);
    expect(rows.s).toBeUndefined();
  });

  test("counted delivery has no engagement", () => {
    const rows = rowsOf([unit("x", null), team("a", "x")], { a: { engagement: null, delivery: 33 } });
    expect(rows.a).toEqual({ unitId: "a", teams: 1, engagement: null, delivery: 33 });
  });

  test("no difference of stored rows rests on fewer than three small teams, on any tree", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.integer({ min: 1, max: 6 }), fc.boolean()), {
          minLength: 1,
          maxLength: 40,
        }),
        (shape) => {
          const nodes: MeasuredNode[] = [unit("0", null)];
          const units = ["0"];
          const values = new Map<string, Measured>();
          for (const [index, [where, isTeam, headcount, answers]] of shape.entries()) {
            const id = String(index + 1);
            const parentId = units[where % units.length] ?? "0";
            nodes.push(isTeam ? team(id, parentId, headcount) : unit(id, parentId));
            if (!isTeam) units.push(id);
            // A small team is worth 1, a larger one nothing: a unit's sum then counts its small teams.
            else if (answers) values.set(id, { engagement: null, delivery: headcount < 4 ? 1 : 0 });
          }
          const rows = measuresOf(nodes, values);
          const small = new Map(rows.map((m) => [m.unitId, Math.round(m.delivery * m.teams)]));
          for (const node of nodes) {
            const count = small.get(node.unitId);
            if (count === undefined || node.isTeam) continue;
            const below = (id: string): number =>
              nodes
                .filter((n) => n.parentId === id)
                .reduce((sum, n) => sum + (small.get(n.unitId) ?? below(n.unitId)), 0);
            const fresh = count - below(node.unitId);
            expect(fresh === 0 || fresh >= SMALL_TEAMS_TOGETHER).toBe(true);
          }
        },
      ),
    );
  });
});
