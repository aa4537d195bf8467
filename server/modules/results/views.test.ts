import type { RiskCell } from "#contracts/results.ts";
import { describe, expect, test } from "vitest";
import type { Cell, Published, Sums } from "./queries.ts";
import { type Frame, nearOf, toRow } from "./views.ts";

/** Sixtieths of a raw point over n people with this risk. */
const sumFor = (n: number, risk: number) => Math.round(n * 60 * (5 - (4 * risk) / 100));

const release = (more: Partial<Published> = {}): Published => ({
  waveId: "w2",
  label: "Autumn 2026",
  source: "import",
  closedAt: new Date("2026-10-30T12:00:00Z"),
  releaseId: "r2",
  k: 5,
  k2: 10,
  sDirection: 20,
  sDelivery: 20,
  answers: 400,
  statistics: { leanIcc1: 0.02 },
  ...more,
});

function cell(n: number, engagement: number, delivery: number, more: Partial<Cell> = {}): Cell {
  return {
    unitId: "u",
    direct: false,
    parentId: "o",
    path: ["o", "u"],
    code: "U",
    name: "Unit",
    kind: "team",
    hasChildren: false,
    shown: true,
    shownInFiles: n >= 10,
    n,
    directionSum: sumFor(n, engagement),
    deliverySum: sumFor(n, delivery),
    participation: null,
    statementSums: n >= 10 ? [...Array(6).fill(sumFor(n, engagement)), ...Array(6).fill(sumFor(n, delivery))] : null,
    statementUnanswered: n >= 10 ? Array(12).fill(false) : null,
    ...more,
  };
}

const HIDDEN_SUMS = {
  shown: false,
  shownInFiles: false,
  n: null,
  directionSum: null,
  deliverySum: null,
  statementSums: null,
  statementUnanswered: null,
};

const organisation = cell(400, 30, 30, { unitId: "o", kind: "organisation", parentId: null, path: ["o"] });

const frame = (more: Partial<Frame> = {}): Frame => ({
  release: release(),
  previous: null,
  yardstick: organisation,
  measures: { supervisors: new Map(), counted: new Map() },
  view: "team",
  statements: false,
  ...more,
});

const earlier = (sums: Partial<Sums>, more: Partial<Published> = {}): Frame["previous"] => ({
  release: release({ waveId: "w1", label: "Summer 2026", releaseId: "r1", ...more }),
  sums: new Map([["u", { ...cell(0, 0, 0), ...sums } as Sums]]),
  others: new Set(),
});

describe("a row of the team's view", () => {
  test("value, likely range, place beside the organisation, state", () => {
    const row = toRow(frame(), cell(25, 46, 30));
    expect(row.engagement).toEqual({
      mark: "value",
      risk: 46,
      low: 38,
      high: 54,
      limit: null,
      nearLine: true,
      change: null,
      againstOrganisation: 16,
    });
    expect(row).toMatchObject({ answers: 25, state: "busy_but_unsure", statements: null });
    expect(row.counted).toEqual({ mark: "not_asked" });
    expect(nearOf(row)).toBe("near the line on meaning");
  });

  test("the state comes from what is not rounded: a printed 40 can be steady, and near the line", () => {
    const row = toRow(frame(), cell(25, 39.6, 20));
    expect(row.engagement).toMatchObject({ risk: 40, nearLine: true });
    expect(row.state).toBe("steady");
  });

  test("one block at its limit reads as a limit and is not set against the organisation", () => {
    const row = toRow(frame(), cell(5, 80, 20, { directionSum: 5 * 60 + 4 * 60 }));
    expect(row.engagement).toMatchObject({ limit: "or_more", risk: 80, againstOrganisation: null });
  });

  test("the organisation has no place beside itself", () =>
    expect(toRow(frame(), organisation).engagement).toMatchObject({ againstOrganisation: null }));

  test("what is not shown carries nothing", () => {
    const row = toRow(frame({ statements: true }), cell(0, 0, 0, HIDDEN_SUMS));
    expect(row).toMatchObject({ answers: null, participation: null, state: null, lean: null });
    expect([row.engagement, row.delivery, ...(row.statements ?? []).map((s) => s.cell)]).toEqual(
      Array(14).fill({ mark: "hidden" }),
    );
  });

  test("the first pattern alone shows the risks, not the statements", () => {
    const row = toRow(frame({ statements: true }), cell(7, 30, 30));
    expect(row.engagement.mark).toBe("value");
    expect(row.statements?.every((s) => s.cell.mark === "hidden")).toBe(true);
  });

  test("a statement that few answered says so, the others stay; none is near a line", () => {
    const unanswered = Array(12).fill(false);
    unanswered[3] = true;
    const row = toRow(frame({ statements: true }), cell(25, 41, 30, { statementUnanswered: unanswered }));
    expect(row.statements?.[3]).toEqual({ code: "D4", cell: { mark: "no_answers" } });
    expect(row.statements?.[2]?.cell).toMatchObject({ mark: "value", risk: 41, nearLine: false });
  });

  test("a wave of assessments alone asked no team", () => {
    const row = toRow(frame({ release: release({ source: "none", answers: 0 }) }), cell(0, 0, 0, HIDDEN_SUMS));
    expect([row.engagement.mark, row.delivery.mark, row.state]).toEqual(["not_asked", "not_asked", null]);
  });

  test("people directly in a unit have an id of their own and stand one level deeper", () =>
    expect(toRow(frame(), cell(12, 30, 30, { direct: true, parentId: "u", kind: "direct" }))).toMatchObject({
      unitId: "u/direct",
      parentId: "u",
      depth: 2,
    }));
});

describe("change since the wave before", () => {
  const engagementOf = (previous: Frame["previous"], now: Cell) => {
    const cellNow = toRow(frame({ previous }), now).engagement;
    return cellNow.mark === "value" ? cellNow.change : null;
  };

  test.each([
    ["clear", 60, 46, 30, { mark: "significant", difference: 16, was: 30 }],
    ["within chance", 12, 36, 30, { mark: "no_clear_change", difference: 6, was: 30 }],
    ["too few", 9, 80, 10, { mark: "not_tested", difference: null, was: 10 }],
  ])("%s", (_, n, now, then, change) =>
    expect(engagementOf(earlier(cell(n, then, 30)), cell(n, now, 30))).toEqual({ ...change, since: "Summer 2026" }),
  );

  test("differenced before rounding: 58.495 and 52.952 differ by 6, though 58 and 53 are printed", () => {
    const n = 1000;
    expect(engagementOf(earlier(cell(n, 52.952, 30)), cell(n, 58.495, 30))).toMatchObject({ difference: 6, was: 53 });
  });

  test("not shown then: not tested, and nothing of then", () =>
    expect(engagementOf(earlier(HIDDEN_SUMS), cell(60, 46, 30))).toEqual({
      mark: "not_tested",
      difference: null,
      since: "Summer 2026",
      was: null,
    }));

  test("a statement is tested from thirty answers on", () => {
    const statement = (n: number) => {
      const row = toRow(frame({ statements: true, previous: earlier(cell(n, 10, 10)) }), cell(n, 60, 60));
      const first = row.statements?.[0]?.cell;
      return first?.mark === "value" ? first.change?.mark : null;
    };
    expect([statement(29), statement(30)]).toEqual(["not_tested", "significant"]);
  });

  test("another statement of the axis: marked, and nothing of then; the other axis is compared", () => {
    const previous = { ...earlier(cell(60, 30, 30))!, others: new Set(["D4"] as const) };
    const row = toRow(frame({ previous, statements: true }), cell(60, 46, 46));
    const change = (of: RiskCell) => (of.mark === "value" ? of.change : null);
    const marked = { mark: "not_tested", difference: null, since: "Summer 2026", was: null, otherStatements: true };
    expect(change(row.engagement)).toEqual(marked);
    expect(change(row.delivery)).toMatchObject({ mark: "significant" });
    expect(row.statements!.map(({ code, cell: of }) => [code, change(of)?.mark])).toContainEqual(["D4", "not_tested"]);
    expect(change(row.statements![3]!.cell)).toEqual(marked);
    expect(change(row.statements![0]!.cell)?.otherStatements).toBeUndefined();
  });

  test("each wave brings its own s", () =>
    expect(engagementOf(earlier(cell(60, 40, 30), { sDirection: 60 }), cell(60, 50, 30))?.mark).toBe(
      "no_clear_change",
    ));
});

describe("the other views", () => {
  const measure = (unitId: string, view: string, engagement: number | null, delivery: number) =>
    [unitId, { unitId, view, engagement, delivery }] as const;
  const measures = {
    supervisors: new Map([measure("u", "supervisors", 41.5, 20.4), measure("o", "supervisors", 30, 30)]),
    counted: new Map([measure("u", "counted", null, 62.5)]),
  };

  test("supervisors: two risks without range, change, answers or statements", () => {
    const row = toRow(frame({ view: "supervisors", statements: true, measures }), cell(25, 10, 10));
    expect(row).toMatchObject({ answers: null, participation: null, statements: null, lean: null });
    expect(row.engagement).toMatchObject({ risk: 42, low: null, high: null, change: null, againstOrganisation: 12 });
    expect(row.state).toBe("busy_but_unsure");
    expect(nearOf(row)).toBeNull();
  });

  test("counted delivery stands beside every view; it says nothing of meaning", () => {
    const row = toRow(frame({ measures }), cell(25, 10, 10));
    expect(row.counted).toMatchObject({ mark: "value", risk: 63, low: null });
    expect(toRow(frame({ measures }), cell(25, 10, 10, { unitId: "x" })).counted).toEqual({ mark: "no_answers" });
  });

  test("what supervisors saw does not depend on whether the team is shown", () =>
    expect(toRow(frame({ view: "supervisors", measures }), cell(0, 0, 0, HIDDEN_SUMS)).delivery).toMatchObject({
      risk: 20,
    }));
});
