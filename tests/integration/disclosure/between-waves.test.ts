import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { type AnswerRow, people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { numbersIn, publishedWave } from "../results/fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let superuser: postgres.Sql;

beforeAll(async () => {
  superuser = postgres(database.superuserUrl, { max: 1 });
  north = await makeOrganisation("north");
});
afterAll(() => superuser.end());

const smallest = async (waveId: string) =>
  (
    await superuser`select min(n)::int as n from release_block b join release r on r.id = b.release_id where r.wave_id = ${waveId}`
  )[0]?.n;

test("a leaver: the team that falls under k has no figure, no change and no number anywhere in the later wave", async () => {
  const before = await publishedWave(north, "Before", "2025-03-31T12:00:00Z", {
    a1: people(12, 4, 3),
    a2: people(5, 2, 4),
    b1: people(11, 3, 3),
  });
  const after = await publishedWave(north, "After", "2025-06-30T12:00:00Z", {
    a1: people(12, 4, 3),
    a2: people(4, 2, 4),
    b1: people(11, 3, 3),
  });
  // Answers of two waves are different unknowns: the blocks of each are all that subtraction finds, and none is small.
  expect([await smallest(before), await smallest(after)].every((n) => n >= 5)).toBe(true);
  const leader = await north.as("leader");
  const { table } = await leader.results.table({ waveId: after, statements: true });
  const row = table!.rows.find((r) => r.code === "A2")!;
  expect(row).toMatchObject({ engagement: { mark: "hidden" }, delivery: { mark: "hidden" }, answers: null });
  expect(numbersIn(row)).toEqual([`depth = ${row.depth}`]);
  // The sister team is kept back with it, or the difference would be the four.
  expect(table!.rows.find((r) => r.code === "A1")!.engagement.mark).toBe("hidden");
  const { points } = await leader.results.trend({ unitId: north.units.a2 });
  expect(points.map((p) => p.engagement.mark)).toEqual(["value", "hidden"]);
});

test("a joiner: under ten answers on either side a change is marked as not tested, without a difference", async () => {
  await publishedWave(north, "Nine", "2025-09-30T12:00:00Z", {
    a1: people(12, 4, 3),
    a2: people(9, 2, 4),
    b1: people(11, 3, 3),
  });
  const ten = await publishedWave(north, "Ten", "2025-12-31T12:00:00Z", {
    a1: people(12, 4, 3),
    a2: [...people(9, 2, 4), ...people(1, 5, 5)],
    b1: people(11, 3, 3),
  });
  const { table } = await (await north.as("leader")).results.table({ waveId: ten });
  const cell = table!.rows.find((r) => r.code === "A2")!.engagement;
  expect(cell).toMatchObject({ mark: "value", change: { mark: "not_tested", difference: null, since: "Nine" } });
});

test("skipped statements: the six sums stay six times the axis, so no difference is about who skipped", async () => {
  const skipping = (at: number, value: 0 | null): AnswerRow =>
    [5, 5, 5, 5, 5, 5, 2, 2, 2, 2, 2, 2].map((x, i) => (i === at ? value : x));
  const plain = people(10, 3, 3);
  const waveId = await publishedWave(north, "Skipped", "2026-01-31T12:00:00Z", {
    a1: [...plain, skipping(1, null), skipping(8, 0)],
    // One of twelve answered E6: stored as if nobody had.
    b1: [...people(11, 3, 3).map((row) => row.map((x, i) => (i === 11 ? null : x))), people(1, 3, 5)[0]!],
  });
  const blocks =
    await superuser`select n, direction_sum, delivery_sum, statement_sums as s, unit_id from release_block b
    join release r on r.id = b.release_id where r.wave_id = ${waveId} and pattern = 2`;
  expect(blocks.length).toBeGreaterThan(0);
  for (const { s, direction_sum, delivery_sum } of blocks) {
    const six = (from: number) => (s as number[]).slice(from, from + 6).reduce((a, b) => a + b, 0);
    expect([six(0), six(6)]).toEqual([6 * direction_sum, 6 * delivery_sum]);
  }
  const a1 = blocks.find((b) => b.unit_id === north.units.a1 || b.unit_id === north.units.d1)!;
  // Whoever left D2 out counts there with the own mean of 5: the sum is that of the axis.
  expect(a1.s[1]).toBe(60 * (10 * 3 + 5 + 5));
  const b1 = blocks.find((b) => b.unit_id === north.units.b1 || b.unit_id === north.units.d2)!;
  expect(b1.s[11]).toBe(b1.delivery_sum);
  const { table } = await (await north.as("hr")).results.table({ waveId, statements: true });
  const row = table!.rows.find((r) => r.code === "D2")!;
  expect(row.statements!.at(-1)!.cell).toEqual({ mark: "no_answers" });
});
