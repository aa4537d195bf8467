import type { Change, ResultRow, ResultTable, RiskCell, StateName } from "#contracts/results.ts";

/** Small made-up results for the tests of the charts. */

export function value(risk: number, more: Partial<Extract<RiskCell, { mark: "value" }>> = {}): RiskCell {
  return {
    mark: "value",
    risk,
    low: Math.max(0, risk - 7),
    high: Math.min(100, risk + 7),
    limit: null,
    nearLine: risk - 7 < 40 && risk + 7 >= 40,
    change: null,
    againstOrganisation: risk - 33,
    ...more,
  };
}

export const HIDDEN: RiskCell = { mark: "hidden" };
export const NOT_ASKED: RiskCell = { mark: "not_asked" };
export const NO_ANSWERS: RiskCell = { mark: "no_answers" };

export function change(mark: Change["mark"], difference: number | null, was: number | null): Change {
  return { mark, difference, was, since: "Spring 2026" };
}

function stateOf(engagement: RiskCell, delivery: RiskCell): StateName | null {
  if (engagement.mark !== "value" || delivery.mark !== "value") return null;
  if (engagement.risk < 40) return delivery.risk < 40 ? "steady" : "inspired_but_unreliable";
  return delivery.risk < 40 ? "busy_but_unsure" : "drifting";
}

/** A row; the path "a/b" makes "b" a child of "a". */
export function row(path: string, engagement: RiskCell, delivery: RiskCell, more: Partial<ResultRow> = {}): ResultRow {
  const steps = path.split("/");
  const name = steps.at(-1) ?? path;
  return {
    unitId: name,
    parentId: steps.at(-2) ?? null,
    depth: steps.length - 1,
    code: name.slice(0, 3).toUpperCase(),
    name,
    kind: "team",
    hasChildren: false,
    answers: engagement.mark === "value" ? 84 : null,
    participation: 70,
    engagement,
    delivery,
    counted: { mark: "not_asked" },
    state: stateOf(engagement, delivery),
    lean: null,
    statements: null,
    ...more,
  };
}

export function table(rows: ResultRow[], more: Partial<ResultTable> = {}): ResultTable {
  const parents = new Set(rows.map((item) => item.parentId));
  return {
    organisationName: "Eastmoor Council",
    view: "team",
    wave: { waveId: "w6", label: "Autumn 2026", closedOn: "2026-10-30" },
    waves: [],
    k: 5,
    k2: 10,
    organisation: row(
      "Eastmoor Council",
      value(33, { againstOrganisation: null }),
      value(33, { againstOrganisation: null }),
      {
        kind: "organisation",
        answers: 1400,
      },
    ),
    rows: rows.map((item) => (parents.has(item.unitId) ? { ...item, hasChildren: true, kind: "unit" } : item)),
    compareWithOrganisation: false,
    pilotStatements: false,
    ...more,
  };
}
