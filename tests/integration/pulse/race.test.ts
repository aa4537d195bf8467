import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { raceClose } from "#scripts/ordeal/race.ts";
import { sealPulse } from "#server/disclosure/index.ts";
import { useDatabase } from "../../support/database.ts";

const database = useDatabase();
let superuser: postgres.Sql;
beforeAll(() => {
  superuser = postgres(database.superuserUrl, { max: 4, onnotice: () => {} });
});
afterAll(() => superuser.end());

const ROUNDS = 12;
const race = () => raceClose(superuser, { teams: 6, perTeam: 20 }, sealPulse);

// The full ordeal is 200 rounds of 500 people: npm run ordeal.
test("closing against answering: acknowledged is sealed once, refused is absent", async () => {
  let [received, refused] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const result = await race();
    expect(result).toMatchObject({ failed: 0, lost: 0, kept: 0, doubled: 0 });
    expect(result.received + result.refused).toBe(120);
    received += result.received;
    refused += result.refused;
  }
  // Otherwise nothing raced.
  expect(received).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

test("the race finds a vault that does not wait for closing", async () => {
  const [row] = await superuser`
    select pg_get_functiondef('app.submit_pulse(text,text,bytea,smallint[],smallint,smallint[],text)'::regprocedure) as source`;
  const source = row!.source as string;
  const lock = "perform pg_advisory_xact_lock_shared(app.wave_lock(v.wave_id));";
  const check = /if not exists \(select 1 from public\.wave[^;]*then return 'closed'; end if;/;
  expect(source).toContain(lock);
  expect(source).toMatch(check);
  try {
    // It dawdles where it should look again, so that every round has some who come late.
    const dawdling = source.replace(lock, "").replace(check, "perform pg_sleep(random() * 0.3);");
    await superuser.unsafe(dawdling.replace("if v_used is null then return 'closed'; end if;", ""));
    let wrong = 0;
    for (let round = 0; round < ROUNDS && wrong === 0; round++) {
      const { lost, kept } = await race();
      wrong += lost + kept;
    }
    expect(wrong).toBeGreaterThan(0);
  } finally {
    await superuser.unsafe(source);
  }
});
