import { describe, expect, test } from "vitest";
import type { Funnel } from "#contracts/results-pages.ts";
import { prepareFunnel } from "./prepare.ts";

const FUNNEL: Funnel = {
  axis: "direction",
  mean: 38.4,
  s: 20,
  units: [
    { unitId: "a", name: "Housing", answers: 25, risk: 40, where: "within" },
    { unitId: "b", name: "Planning", answers: 100, risk: 48, where: "far_outside" },
    { unitId: "c", name: "Care", answers: 400, risk: 35, where: "outside" },
  ],
  limits: [25, 100, 400].map((answers) => ({
    answers,
    inner: [38.4 - 39.2 / Math.sqrt(answers), 38.4 + 39.2 / Math.sqrt(answers)],
    outer: [38.4 - 61.8 / Math.sqrt(answers), 38.4 + 61.8 / Math.sqrt(answers)],
  })),
};

describe("prepareFunnel", () => {
  const picture = prepareFunnel(FUNNEL);

  test("says how many units chance does not explain", () => {
    expect(picture.title).toBe("Engagement risk: 2 units lie farther from the whole than chance would put most");
    const calm = { ...FUNNEL, units: FUNNEL.units.map((unit) => ({ ...unit, where: "within" as const })) };
    expect(prepareFunnel(calm).title).toMatch(/no unit lies farther/);
    expect(picture.dots.map((dot) => [dot.key, dot.out, dot.far])).toEqual([
      ["a", false, false],
      ["b", true, true],
      ["c", true, false],
    ]);
  });

  test("more answers stand further right, more risk higher, and everything inside the plot", () => {
    const [a, b, c] = picture.dots;
    expect(a!.x < b!.x && b!.x < c!.x).toBe(true);
    expect(b!.y < a!.y && a!.y < c!.y).toBe(true);
    for (const { x, y } of picture.dots) {
      expect(x >= picture.plot.left && x <= picture.plot.right).toBe(true);
      expect(y >= picture.plot.top && y <= picture.plot.bottom).toBe(true);
    }
  });

  test("a phone gets the same picture in its own size", () => {
    const narrow = prepareFunnel(FUNNEL, { narrow: true });
    expect(narrow.width).toBeLessThan(360);
    for (const { x } of narrow.dots) expect(x >= narrow.plot.left && x <= narrow.plot.right).toBe(true);
    expect({ title: narrow.title, rows: narrow.rows }).toEqual({ title: picture.title, rows: picture.rows });
  });

  test("the table twin names every unit, the farthest first", () => {
    expect(picture.rows.map((row) => row.name)).toEqual(["Planning", "Care", "Housing"]);
    expect(picture.rows[0]).toMatchObject({ answers: "100", risk: "48", words: "far off" });
  });
});
