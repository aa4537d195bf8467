import fc from "fast-check";
import { expect, test } from "vitest";
import { type InvitedNode, participationBands, PEOPLE_FOR_A_BAND } from "./participation.ts";

const node = (unitId: string, parentId: string | null, invited = 0, answered = 0): InvitedNode => ({
  unitId,
  parentId,
  invited,
  answered,
});

test.each([
  [0, "under_quarter"],
  [4, "under_quarter"],
  [5, "under_half"],
  [9, "under_half"],
  [10, "under_three_quarters"],
  [14, "under_three_quarters"],
  [15, "most"],
  [20, "most"],
])("%i of twenty is %s", (answered, band) => {
  expect(participationBands([node("o", null), node("a", "o", 20, answered)])).toEqual([{ unitId: "a", band }]);
});

test("nineteen people have no band, and the organisation has one only where no unit has", () => {
  expect(participationBands([node("o", null), node("a", "o", 19, 19)])).toEqual([]);
  expect(participationBands([node("o", null), node("a", "o", 19, 19), node("b", "o", 5, 5)])).toEqual([
    { unitId: "o", band: "most" },
  ]);
  expect(participationBands([])).toEqual([]);
});

test("a unit counts its teams, and a team inside it has no band beside it", () => {
  const tree = [node("o", null), node("d", "o", 1, 1), node("t", "d", 25, 0), node("u", "d", 30, 30)];
  expect(participationBands(tree)).toEqual([{ unitId: "d", band: "under_three_quarters" }]);
});

test("on any tree every person stands in one band at most, and no band stands for fewer than twenty", () => {
  const shape = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 40 })), { maxLength: 30 });
  fc.assert(
    fc.property(shape, (rows) => {
      const nodes = [node("0", null, 3, 1)];
      for (const [i, [where, invited]] of rows.entries()) {
        nodes.push(node(String(i + 1), String(where % nodes.length), invited, Math.floor(invited / 2)));
      }
      const parentOf = new Map(nodes.map((n) => [n.unitId, n.parentId]));
      const bands = new Set(participationBands(nodes).map((b) => b.unitId));
      const inBand = new Map([...bands].map((id) => [id, 0]));
      for (const n of nodes) {
        const above: string[] = [];
        for (let at: string | null | undefined = n.unitId; at; at = parentOf.get(at)) if (bands.has(at)) above.push(at);
        expect(above.length).toBeLessThanOrEqual(1);
        if (above[0]) inBand.set(above[0], (inBand.get(above[0]) ?? 0) + n.invited);
      }
      for (const people of inBand.values()) expect(people).toBeGreaterThanOrEqual(PEOPLE_FOR_A_BAND);
    }),
  );
});
