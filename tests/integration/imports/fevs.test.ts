import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { type ImportedFiles, importFromFiles } from "#server/modules/imports/index.ts";
import { listReleaseCells, type ReleaseLine } from "#server/modules/releases/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";

// The main job on real input. The data is shared beside the project and never committed.
const SHARED = process.env.BEARING_SHARED ?? join(import.meta.dirname, "../../../../shared");
const FOLDER = join(SHARED, "data/fevs-2018");
const ANSWERS = join(FOLDER, "respondents.csv.gz");
const present = existsSync(ANSWERS);
if (!present) console.warn("the import of FEVS 2018 is skipped: it is not in the shared folder (set BEARING_SHARED)");

const database = useDatabase();
const WAVE = "FEVS 2018";

async function importInto(organisation: TestOrganisation): Promise<ImportedFiles> {
  return importFromFiles(organisation.id, {
    answers: () => createReadStream(ANSWERS, { highWaterMark: 256 * 1024 }),
    fileName: "respondents.csv.gz",
    fileSize: statSync(ANSWERS).size,
    structure: readFileSync(join(FOLDER, "units.csv")),
    mapping: readFileSync(join(FOLDER, "mapping.csv"), "utf8"),
    label: WAVE,
    closedOn: "2018-06-12",
    progress: () => {},
  });
}

describe("FEVS 2018 through the product", () => {
  const done = new Map<number, { imported: ImportedFiles; lines: ReleaseLine[] }>();
  let seconds = 0;
  let megabytes = 0;

  beforeEach((context) => context.skip(!present, "the FEVS data is not in the shared folder"));

  beforeAll(async () => {
    if (!present) return;
    const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
    const before = process.cpuUsage();
    for (const [k, slug] of [
      [5, "north"],
      [10, "south"],
    ] as const) {
      const organisation = await makeOrganisation(slug);
      await sql`update organisation_setting set k = ${k} where org_id = ${organisation.id}`;
      const imported = await importInto(organisation);
      done.set(k, { imported, lines: await listReleaseCells(organisation.id, WAVE, "exact") });
    }
    const { user, system } = process.cpuUsage(before);
    seconds = (user + system) / 1e6 / done.size;
    megabytes = process.resourceUsage().maxRSS / 1024;
    await sql.end();
  }, 300_000);

  afterAll(() => {
    if (present)
      console.info(`FEVS 2018: ${seconds.toFixed(1)} s of processor time each, ${Math.round(megabytes)} MB at most`);
  });

  const lineOf = (k: number, code: string) => done.get(k)!.lines.find((l) => l.code === code)!;

  test("everybody is in: 45 agencies, 234 units, 101,881 people; under 30 s and 700 MB", () => {
    const { imported, lines } = done.get(5)!;
    expect(imported.report).toMatchObject({
      respondents: 101_881,
      counted: 101_881,
      unitsMatched: 234,
      rowsWithErrors: 0,
    });
    expect(imported.wave).toMatchObject({ created: 279, verdict: "passed" });
    expect(lines.filter((l) => l.parentCode === "ORG").length).toBe(45 + 2);
    expect(seconds).toBeLessThan(30);
    expect(megabytes).toBeLessThan(700);
  });

  test.each([5, 10])("at k = %i reference figures to four decimals; exactly IB04 and IBZZ are not shown", (k) => {
    for (const row of parse(readFileSync(join(FOLDER, "reference.csv")), { columns: true }) as Record<
      string,
      string
    >[]) {
      const line = lineOf(k, row.agency === "(all)" ? "ORG" : row.agency!);
      expect(line.n).toBe(Number(row.n));
      expect(line.direction!.toFixed(4)).toBe(Number(row.direction).toFixed(4));
      expect(line.delivery!.toFixed(4)).toBe(Number(row.delivery).toFixed(4));
    }
    const units = new Set(
      (parse(readFileSync(join(FOLDER, "units.csv")), { columns: true }) as Record<string, string>[]).flatMap((r) => [
        r.agency_code,
        r.unit_code,
      ]),
    );
    const lines = done.get(k)!.lines.filter((l) => units.has(l.code));
    expect(
      lines
        .filter((l) => l.hiddenAxes)
        .map((l) => l.code)
        .sort(),
    ).toEqual(["IB04", "IBZZ"]);
    expect(
      lines
        .filter((l) => l.hiddenStatements)
        .map((l) => l.code)
        .sort(),
    ).toEqual(["IB04", "IBZZ"]);
    for (const line of lines.filter((l) => l.hiddenAxes)) {
      expect([line.n, line.direction, line.delivery, ...line.statements].every((v) => v === null)).toBe(true);
    }
  });

  test("an axis is the mean of its six statements, and rounding comes last", async () => {
    const { lines } = done.get(5)!;
    for (const line of lines.filter((l) => !l.hiddenStatements && l.n !== null)) {
      const mean = (from: number) => line.statements.slice(from, from + 6).reduce((a, b) => a! + b!, 0)! / 6;
      expect(mean(0)).toBeCloseTo(line.direction!, 8);
      expect(mean(6)).toBeCloseTo(line.delivery!, 8);
    }
    expect(lineOf(5, "DJ").statements).toHaveLength(STATEMENT_CODES.length);
  });
});
