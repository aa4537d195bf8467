import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { parse as parseAll } from "csv-parse/sync";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { createAccumulator, type Totals } from "#server/disclosure/accumulator.ts";
import { meanReliability } from "#server/disclosure/reliability.ts";
import { buildRelease, type ReleaseOutcome } from "#server/disclosure/release.ts";
import { riskOf, scoreOf } from "#server/disclosure/scores.ts";
import { stateOf } from "#server/disclosure/states.ts";

// Golden set 6: FEVS 2018, real answers of 101,881 people. The data is shared beside the project and never committed.
const SHARED = process.env.BEARING_SHARED ?? join(import.meta.dirname, "../../../shared");
const FOLDER = join(SHARED, "data/fevs-2018");
const present = existsSync(join(FOLDER, "respondents.csv.gz"));
if (!present) console.warn("golden 6 is skipped: the FEVS data is not in the shared folder (set BEARING_SHARED)");

type Row = Record<string, string>;
const table = (name: string): Row[] =>
  parseAll(readFileSync(join(FOLDER, name)), { columns: true, bom: true }) as Row[];

const ROOT = "(all)";

/** Agencies under one root, units under their agency. A unit that carries its agency's code is the agency itself. */
function frozenTree() {
  const nodes = new Map<string, { id: string; parentId: string | null }>([[ROOT, { id: ROOT, parentId: null }]]);
  for (const row of table("units.csv")) {
    nodes.set(row.agency_code!, { id: row.agency_code!, parentId: ROOT });
    if (row.unit_code !== row.agency_code)
      nodes.set(row.unit_code!, { id: row.unit_code!, parentId: row.agency_code! });
  }
  return [...nodes.values()];
}

async function readTotals(): Promise<Totals> {
  const column = new Map(table("mapping.csv").map((row) => [row.statement!, row.column!]));
  const accumulator = createAccumulator(frozenTree());
  const rows = createReadStream(join(FOLDER, "respondents.csv.gz"))
    .pipe(createGunzip())
    .pipe(parse({ bom: true }));
  let at: number[] = [];
  let unit = -1;
  for await (const row of rows as AsyncIterable<string[]>) {
    if (unit < 0) {
      at = STATEMENT_CODES.map((code) => row.indexOf(column.get(code)!));
      unit = row.indexOf("LEVEL1");
      continue;
    }
    accumulator.add(
      row[unit]!,
      at.map((i) => Number(row[i])),
    );
  }
  return accumulator.finish();
}

describe("golden 6: FEVS 2018", () => {
  let totals: Totals;
  const outcomes = new Map<number, ReleaseOutcome>();

  beforeAll(async () => {
    if (!present) return;
    totals = await readTotals();
    for (const k of [5, 10]) outcomes.set(k, buildRelease({ totals, k }));
  }, 60_000);

  beforeEach((context) => context.skip(!present, "the FEVS data is not in the shared folder"));

  test("reference figures to four decimals, from the published cells", () => {
    const { cells } = outcomes.get(5)!.release!;
    for (const row of table("reference.csv")) {
      const cell = cells.find((c) => c.nodeId === row.agency)!;
      expect(cell.n).toBe(Number(row.n));
      for (const [axis, name] of [
        [0, "direction"],
        [1, "delivery"],
      ] as const) {
        expect(scoreOf({ n: cell.n, sum: cell.axes[axis] })!.toFixed(4)).toBe(Number(row[name]).toFixed(4));
      }
    }
  });

  test("r, alphas, difference reliability, lean", () => {
    const { statistics } = outcomes.get(5)!.release!;
    expect(statistics.r).toBe(0.7225);
    expect(statistics.alphas).toEqual([0.8729, 0.7755]);
    expect(statistics.differenceReliability).toBeCloseTo(0.366, 3);
    expect(statistics.leanIcc1).toBe(0.0207);
    const lean = [9, 30, 100].map((n) => meanReliability(statistics.leanIcc1, n)!.toFixed(2));
    expect(lean).toEqual(["0.16", "0.39", "0.68"]);
  });

  test.each([5, 10])("at k = %i exactly IB04 and IBZZ are not shown, and the audit passes", (k) => {
    const { audit, release } = outcomes.get(k)!;
    expect(audit.findings).toEqual([]);
    expect(release!.hidden.first.toSorted()).toEqual(["IB04", "IBZZ"]);
    expect(release!.hidden.second.toSorted()).toEqual(["IB04", "IBZZ"]);
  });

  test("states of the 233 units of ten or more: 204 steady, 27 busy but unsure, 2 drifting", () => {
    const counts: Record<string, number> = {};
    let units = 0;
    for (const { n, axes } of totals.leaves.values()) {
      if (n < 10) continue;
      units += 1;
      const state = stateOf(riskOf({ n, sum: axes[0] })!, riskOf({ n, sum: axes[1] })!);
      counts[state] = (counts[state] ?? 0) + 1;
    }
    expect(units).toBe(233);
    expect(counts).toEqual({ steady: 204, busy_but_unsure: 27, drifting: 2 });
  });
});
