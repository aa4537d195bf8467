import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { breakGround, type Ground } from "#scripts/ordeal/ground.ts";
import { answerUnderFire, judge } from "#scripts/ordeal/kill.ts";
import { setStage } from "#scripts/ordeal/stage.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let ground: Ground;
let source: string;

beforeAll(async () => {
  ground = await breakGround();
  const [row] = await ground.superuser`
    select pg_get_functiondef('app.submit_pulse(text,text,bytea,smallint[],smallint,smallint[],text)'::regprocedure) as source`;
  source = row!.source as string;
});
afterAll(() => ground.end());

async function ordeal(size: { teams: number; perTeam: number }, kills: number) {
  const stage = await setStage(ground.superuser, size);
  const fire = await answerUnderFire(ground.urls, stage, kills, ground.kill);
  expect(fire.kills).toBe(kills);
  return judge(ground.superuser, stage, fire.received);
}

// The full ordeal is 1,000 people and 20 kills: npm run ordeal.
test("answering while the app and Postgres are killed with -9: none lost, none double, no half", async () => {
  expect(await ordeal({ teams: 10, perTeam: 12 }, 3)).toEqual({ answered: 120, lost: 0, doubled: 0, halves: 0 });
});

test("the ordeal finds a vault that says received before the answer is on disk", async () => {
  expect(source).toContain("set_config('synchronous_commit', 'on', true)");
  await ground.superuser.unsafe(source.replace("'synchronous_commit', 'on'", "'synchronous_commit', 'off'"));
  // What is not waited for is written this much later, so that every kill comes in time.
  await ground.superuser`alter system set wal_writer_delay = '10s'`;
  await ground.superuser`select pg_reload_conf()`;
  try {
    expect((await ordeal({ teams: 10, perTeam: 12 }, 3)).lost).toBeGreaterThan(0);
  } finally {
    await ground.superuser`alter system reset wal_writer_delay`;
    await ground.superuser.unsafe(source);
  }
});

test("the ordeal finds a vault that takes a link twice", async () => {
  expect(source).toContain("if v_used then return 'received'; end if;");
  await ground.superuser.unsafe(source.replace("if v_used then return 'received'; end if;", ""));
  try {
    const found = await ordeal({ teams: 10, perTeam: 12 }, 3);
    expect(found.doubled + found.halves).toBeGreaterThan(0);
  } finally {
    await ground.superuser.unsafe(source);
  }
});
