import { beforeAll, expect, test } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { publishedWave } from "./fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let reworded: string;
let afterwards: string;

const answers = (direction: number) => ({ a1: people(12, direction, 3), a2: people(12, direction, 3) });

/** Three waves with very different answers on both sides of a reworded D3. */
beforeAll(async () => {
  north = await makeOrganisation("north");
  await publishedWave(north, "Old words", "2025-03-31T12:00:00Z", answers(1));
  reworded = await publishedWave(north, "New words", "2025-06-30T12:00:00Z", answers(5));
  afterwards = await publishedWave(north, "New words again", "2025-09-30T12:00:00Z", answers(2));
  await asSuperuser(database, async (db) => {
    for (const id of [reworded, afterwards]) {
      await db`insert into wave_statement (org_id, wave_id, code, position, part, en)
        values (${north.id}, ${id}, 'D3', 3, 'agreement', 'Here, we agree on what comes first.')`;
    }
  });
});

const rowOf = async (waveId: string, code: string) => {
  const { table } = await (await north.as("hr")).results.table({ waveId, statements: true });
  return table!.rows.find((row) => row.code === code)!;
};

test("an axis with a reworded statement has no change, however far apart the answers are, and says why", async () => {
  const row = await rowOf(reworded, "A1");
  expect(row.engagement).toMatchObject({
    mark: "value",
    change: { mark: "not_tested", difference: null, was: null, since: "Old words", otherStatements: true },
  });
  expect(row.delivery).toMatchObject({ mark: "value", change: { mark: "no_clear_change", difference: 0 } });
});

test("from then on the same words are compared again", async () => {
  const row = await rowOf(afterwards, "A1");
  expect(row.engagement).toMatchObject({ mark: "value", change: { mark: "significant", since: "New words" } });
  expect(row.engagement).not.toHaveProperty("change.otherStatements");
});
