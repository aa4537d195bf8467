import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MeasureUpload } from "#contracts/measures.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";

// The real case: ten departments in the autumn of 2013. Shared beside the project and never committed.
const SHARED = process.env.BEARING_SHARED ?? join(import.meta.dirname, "../../../../shared");
const REAL = join(SHARED, "data/uk-structure-2013/three_way_2013.csv");
const present = existsSync(REAL);
if (!present) console.warn("ten departments in 2013 are skipped: not in the shared folder (set BEARING_SHARED)");

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

const upload = (csv: string, more: Partial<MeasureUpload> = {}): MeasureUpload => ({
  fileName: "figures.csv",
  content: Buffer.from(csv).toString("base64"),
  unitColumn: "unit",
  valueColumn: "value",
  yearColumn: null,
  year: 2025,
  kind: "delivery_rating",
  title: "Milestones met",
  scale: "%",
  source: "Made up",
  licence: "None",
  ...more,
});
const hr = async (org = north) => (await org.as("hr")).measures;
const keep = async (input: MeasureUpload, org = north) => {
  const { hash } = await (await hr(org)).check(input);
  return (await hr(org)).keep({ ...input, hash });
};

describe("an import", () => {
  const CSV = "unit,value,note\nA1,82,x\nLettings,64.5,\nb1,,\nNowhere,50,\n";

  test("the dry run says what would be kept, and stores nothing", async () => {
    const before = await snapshot(database.superuserUrl);
    expect(await (await hr()).columns(upload(CSV))).toEqual({
      columns: ["unit", "value", "note"],
      sample: ["A1", "82", "x"],
      problem: null,
    });
    const check = await (await hr()).check(upload(CSV));
    expect(check).toMatchObject({
      rows: [
        { name: "Housing repairs", year: 2025, value: 82, was: null },
        { name: "Lettings", year: 2025, value: 64.5, was: null },
      ],
      empty: 1,
      unknown: ["Nowhere"],
      problems: [],
    });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test("is kept as it was shown, by whole; the same file again changes nothing; a new value replaces the old", async () => {
    const { hash } = await (await hr()).check(upload(CSV));
    const first = await (await hr()).keep({ ...upload(CSV), hash });
    expect(first).toEqual({ title: "Milestones met", rows: 2 });
    const before = await snapshot(database.superuserUrl);
    expect(await (await hr()).keep({ ...upload(CSV), hash })).toEqual(first);
    expect(await snapshot(database.superuserUrl)).toEqual(before);

    await keep(upload("unit;value;jahr\nA1;70;2025\nA1;75;2026\n", { yearColumn: "jahr", year: null }));
    const { measures } = await (await north.as("leader")).measures.list();
    expect(measures).toEqual([
      {
        title: "Milestones met",
        kind: "delivery_rating",
        scale: "%",
        source: "Made up",
        licence: "None",
        years: [2025, 2026],
        units: [
          { unitId: north.units.a1, name: "Housing repairs", values: [70, 75] },
          { unitId: north.units.a2, name: "Lettings", values: [64.5, null] },
        ],
      },
    ]);
    const audits = await asSuperuser(
      database,
      (db) => db`select subject, after from audit_event where action = 'measure.apply' and org_id = ${north.id}`,
    );
    expect(audits).toHaveLength(2);
    expect(audits).toContainEqual({ subject: "Milestones met", after: { file: "figures.csv", rows: 2 } });
  });

  test("what has changed since the dry run is looked at again", async () => {
    const input = upload("unit,value\nA1,10\n");
    const { hash } = await (await hr()).check(input);
    await keep(upload("unit,value\nA1,20\n"));
    const before = await snapshot(database.superuserUrl);
    await expect((await hr()).keep({ ...input, hash })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test.each([
    ["a row off its scale", upload("unit,value\nA1,10\nA2,101\n"), {}],
    ["the same title on another scale", upload("unit,value\nA1,4\n", { scale: "of 5" }), { title: /scale “%”/ }],
    [
      "the same title of another kind",
      upload("unit,value\nA1,4\n", { kind: "engagement_figure" }),
      { title: /another kind/ },
    ],
    [
      "a column that is not there",
      upload("unit,value\nA1,4\n", { valueColumn: "score" }),
      { valueColumn: /no column/ },
    ],
    ["no year", upload("unit,value\nA1,4\n", { year: null }), { year: /year/ }],
    ["a spreadsheet", upload("PK\u0003\u0004 and more"), { file: /not a text file/ }],
    ["a quote that never closes", upload('unit,value\n"A1,4\nA2,5\n'), { file: /quote/ }],
  ])("%s is refused and nothing is stored", async (_, input, fields) => {
    const before = await snapshot(database.superuserUrl);
    await expect(keep(input)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: {
        detail: {
          fields: Object.fromEntries(
            Object.entries(fields).map(([name, words]) => [name, expect.stringMatching(words as RegExp)]),
          ),
        },
      },
    });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });
});

describe("who", () => {
  test("reads the units of the own part, and never another organisation's", async () => {
    await keep(upload("unit,value\nB1,33\n", { title: "South alone" }), south);
    const read = async (persona: "supervisor" | "otherSupervisor" | "hr") =>
      (await (await north.as(persona)).measures.list()).measures.map(({ title, units }) => [title, units.length]);
    expect(await read("hr")).toEqual([["Milestones met", 2]]);
    expect(await read("supervisor")).toEqual([["Milestones met", 1]]);
    expect(await read("otherSupervisor")).toEqual([]);
    await expectRefused(database.superuserUrl, "FORBIDDEN", async () => (await north.as("member")).measures.list());
  });

  test("imports and takes away: HR of the whole organisation", async () => {
    const input = upload("unit,value\nA1,10\n");
    const refused = (["branchHr", "leader", "supervisor", "member"] as const).flatMap((persona) => [
      async () => (await north.as(persona)).measures.check(input),
      async () => (await north.as(persona)).measures.keep({ ...input, hash: "0".repeat(64) }),
      async () => (await north.as(persona)).measures.remove({ title: "Milestones met" }),
    ]);
    await expectAllRefused(database.superuserUrl, "FORBIDDEN", refused);
    await expectRefused(database.superuserUrl, "NOT_FOUND", async () => (await hr()).remove({ title: "South alone" }));
    expect(await (await hr()).remove({ title: "Milestones met" })).toMatchObject({ title: "Milestones met" });
    expect(await (await hr()).list()).toEqual({ measures: [] });
  });
});

describe("ten departments in the autumn of 2013", () => {
  beforeEach((context) => context.skip(!present, "three_way_2013.csv is not in the shared folder"));

  test("two measures of the same units, each by itself, and no result of Bearing is touched", async () => {
    const departments = await makeOrganisation("whitehall");
    const csv = readFileSync(REAL, "utf8");
    const codes = csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",", 1)[0] ?? "");
    for (const code of codes) {
      const name = csv.match(new RegExp(`^${code},[^"\\n]*?,[^"\\n]*?,[^"\\n]*?,("[^"]+"|[^,]+),`, "m"))?.[1] ?? code;
      await (await departments.as("hr")).register.create({
        parentId: departments.units.root,
        kind: "unit",
        code,
        name: name.replaceAll('"', ""),
        headcount: null,
        workingPattern: null,
        supervisorEmail: null,
        supervisorName: null,
      });
    }
    const results = () =>
      asSuperuser(
        database,
        (db) => db`select (select count(*) from release_cell) + (select count(*) from release_measure) as n`,
      );
    const before = await results();
    const figure = upload(csv, {
      unitColumn: "dept",
      valueColumn: "eei",
      year: 2013,
      kind: "engagement_figure",
      title: "Engagement index",
      scale: "%",
      source: "Civil Service People Survey 2013, Cabinet Office",
      licence: "Contains public sector information licensed under the Open Government Licence v3.0.",
    });
    const rating = {
      ...figure,
      valueColumn: "mean_score",
      kind: "delivery_rating",
      title: "Delivery confidence, mean",
      scale: "of 5",
    } as const;
    expect(await keep(figure, departments)).toMatchObject({ rows: 10 });
    expect(await keep(rating, departments)).toMatchObject({ rows: 10 });
    const { measures } = await (await hr(departments)).list();
    expect(measures.map(({ title, scale, years, units }) => [title, scale, years, units.length])).toEqual([
      ["Delivery confidence, mean", "of 5", [2013], 10],
      ["Engagement index", "%", [2013], 10],
    ]);
    const value = (title: number, name: RegExp) => measures[title]?.units.find((unit) => name.test(unit.name))?.values;
    // The department with the lowest engagement had the best delivery rating.
    expect(value(1, /Revenue/)).toEqual([44]);
    expect(value(0, /Revenue/)).toEqual([3.75]);
    expect(Math.min(...(measures[1]?.units.flatMap(({ values }) => values as number[]) ?? []))).toBe(44);
    expect(Math.max(...(measures[0]?.units.flatMap(({ values }) => values as number[]) ?? []))).toBe(3.75);
    expect(await results()).toEqual(before);
  });
});
