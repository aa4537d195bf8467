import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  attackLog,
  attackOpen,
  attackResidue,
  attackSealed,
  type Loot,
  searchWords,
} from "#scripts/ordeal/attacker.ts";
import { answerAll } from "#scripts/ordeal/crowd.ts";
import { setStage } from "#scripts/ordeal/stage.ts";
import { clearDeadRows, sealPulse } from "#server/disclosure/index.ts";
import { useDatabase } from "../../support/database.ts";

const database = useDatabase();
let superuser: postgres.Sql;
let source: string;

beforeAll(async () => {
  superuser = postgres(database.superuserUrl, { max: 4, onnotice: () => {} });
  const [row] = await superuser`
    select pg_get_functiondef('app.submit_pulse(text,text,bytea,smallint[],smallint,smallint[],text)'::regprocedure) as source`;
  source = row!.source as string;
});
afterAll(() => superuser.end());
afterEach(() => superuser.unsafe(source));

/** The function with a mistake in it; the test fails when the place of the mistake is not there any more. */
async function plant(...changes: [string, string][]): Promise<void> {
  let text = source;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replaceAll(from, to);
  }
  await superuser.unsafe(text);
}

async function ordeal(size: { teams: number; perTeam: number }, sealed: boolean, threads = 16) {
  const stage = await setStage(superuser, size);
  const observed = await answerAll(stage.people, threads);
  await clearDeadRows();
  const loot = { ...(await attackOpen(superuser, stage, observed)), ...(await attackResidue(superuser, stage)) };
  const [log] = await superuser`select current_setting('data_directory') as folder`;
  const words = await searchWords(superuser, stage, join(log!.folder as string, "..", "postgres.log"));
  const [count] = await superuser`select count(*)::int as n from inbox where wave_id = ${stage.waveId}`;
  expect(count!.n).toBe(stage.people.length);
  if (!sealed) return { loot, words };
  await superuser`update wave set status = 'closing', closed_at = now() where id = ${stage.waveId}`;
  await sealPulse(stage.orgId, stage.waveId);
  Object.assign(loot, await attackSealed(superuser, stage, observed));
  const { "what deleted rows left behind": left = 0 } = await attackResidue(superuser, stage);
  loot["what the seal left behind"] = left;
  return { loot, words };
}

/** 240 people in 20 teams: chance matches about 20 (one a team), with a standard deviation under five. */
const FULL = { teams: 20, perTeam: 12 };
const LIMIT = 32;
const LIMIT_CERTAIN = 10;
/** Ways that pair one answer with one link for certain; chance gives one in twelve of a guess a team. */
const CERTAIN = ["row metadata", "what deleted rows left behind", "what the seal left behind"];
const over = (loot: Loot) =>
  Object.keys(loot).filter((way) => loot[way]! > (CERTAIN.includes(way) ? LIMIT_CERTAIN : LIMIT));

/** 60 people in 5 teams: chance matches about 5. */
const SMALL = { teams: 5, perTeam: 12 };
/** The fewer answer at once, the better an observer knows the order: a planted fault is seen on a busy machine too. */
const FEW = 2;

test("240 people, 16 at once, a fifth of them clicking three times: no way of attack finds more than chance does", async () => {
  const first = await ordeal(FULL, true);
  expect(first.words).toEqual([]);
  expect(Object.keys(first.loot).length).toBeGreaterThanOrEqual(7);
  const suspects = over(first.loot);
  if (suspects.length === 0) return;
  // Chance alone passes the limit once in two hundred times: a leak does so again.
  const again = await ordeal(FULL, true);
  expect(over(again.loot).filter((way) => suspects.includes(way))).toEqual([]);
});

test("the write-ahead log does tell the order: the promise says so, and until when", async () => {
  const stage = await setStage(superuser, SMALL);
  const observed = await answerAll(stage.people, 1);
  expect(await attackLog(superuser, stage, observed)).toBeGreaterThan(40);
});

describe("the attack finds a planted fault", () => {
  test("answers kept in the order in which they came", async () => {
    await plant(["a order by random()", "a"], ["n order by random()", "n"]);
    const { loot } = await ordeal(SMALL, false, FEW);
    expect(loot["order of ctid"]).toBeGreaterThan(20);
  });

  test("only the new answer written, and only its own link marked", async () => {
    await plant(
      ["set used = i.used or i.token_hash = p_hash\n", "set used = true\n"],
      ["i.bucket = v.bucket;\n  with gone", "i.bucket = v.bucket and i.token_hash = p_hash;\n  with gone"],
      ["b.bucket = v.bucket\n      returning b.answers", "b.bucket = v.bucket and false\n      returning b.answers"],
    );
    const { loot } = await ordeal(SMALL, false, FEW);
    expect(loot["row metadata"]).toBeGreaterThan(55);
  });

  test("a time beside each answer", async () => {
    await superuser`alter table inbox add column at timestamptz default clock_timestamp()`;
    try {
      await plant(
        ["returning b.answers, b.extra, b.locals", "returning b.answers, b.extra, b.locals, b.at"],
        [
          "select g.answers, g.extra, g.locals from gone g union all select p_answers, p_extra, p_locals",
          "select g.answers, g.extra, g.locals, g.at from gone g union all select p_answers, p_extra, p_locals, clock_timestamp()",
        ],
        ["bucket, answers, extra, locals)", "bucket, answers, extra, locals, at)"],
        ["a.answers, a.extra, a.locals from", "a.answers, a.extra, a.locals, a.at from"],
      );
      const { loot } = await ordeal(SMALL, false, FEW);
      expect(loot['order of "at"']).toBeGreaterThan(20);
    } finally {
      await superuser`alter table inbox drop column at`;
    }
  });

  test("ids that grow with time", async () => {
    await plant(
      ["returning b.answers, b.extra, b.locals", "returning b.answers, b.extra, b.locals, b.id"],
      [
        "select g.answers, g.extra, g.locals from gone g union all select p_answers, p_extra, p_locals",
        "select g.answers, g.extra, g.locals, g.id from gone g union all select p_answers, p_extra, p_locals, uuidv7()",
      ],
      ["bucket, answers, extra, locals)", "bucket, answers, extra, locals, id)"],
      ["a.answers, a.extra, a.locals from", "a.answers, a.extra, a.locals, a.id from"],
    );
    const { loot } = await ordeal(SMALL, false, FEW);
    expect(loot['order of "id"']).toBeGreaterThan(20);
  });

  test("a line in the log", async () => {
    await plant([
      "return 'received';\nend",
      "raise log 'pulse % %', encode(p_hash, 'hex'), p_answers;\n  return 'received';\nend",
    ]);
    const { words } = await ordeal(SMALL, false, FEW);
    expect(words).toEqual(["the server's log"]);
  });

  test("dead rows that an old transaction keeps, until it has ended and they are cleared away", async () => {
    const [stage, old] = [await setStage(superuser, SMALL), postgres(database.superuserUrl, { max: 1 })];
    try {
      await old`begin isolation level repeatable read`;
      await old`select count(*) from inbox`;
      const observed = await answerAll(stage.people, 16);
      expect((await attackOpen(superuser, stage, observed))["row metadata"]).toBeGreaterThan(55);
      await old`rollback`;
      await clearDeadRows();
      expect((await attackOpen(superuser, stage, observed))["row metadata"]).toBeLessThanOrEqual(5);
      expect((await attackResidue(superuser, stage))["what deleted rows left behind"]).toBeLessThanOrEqual(5);
    } finally {
      await old.end();
    }
  });
});
