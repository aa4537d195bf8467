import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#server/authz/index.ts";
import { discardPulse, sealPulse } from "#server/disclosure/index.ts";
import {
  askVault,
  giveToVault,
  linksOf,
  openPulseForm,
  parseLink,
  sendPulse,
} from "#server/modules/responses/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { makeOpenPulse, type OpenPulse } from "../../factories/pulse.ts";
import { useDatabase } from "../../support/database.ts";
import { snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let pulse: OpenPulse;
let other: OpenPulse;
let superuser: postgres.Sql;

const linkOf = (path: string) => parseLink(path.slice("/r/".length))!;
const ANSWERS: Parameters<typeof giveToVault>[1] = {
  answers: [4, 4, 3, 4, 5, 2, 3, 3, 1, 2, 4, 0],
  extra: 4,
  locals: [3, null, null, null, null],
  note: null,
};
const give = (path: string, over: Partial<typeof ANSWERS> = {}) => giveToVault(linkOf(path), { ...ANSWERS, ...over });

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south-west");
  pulse = await makeOpenPulse(north, { a1: 8, a2: 70, root: 2 });
  other = await makeOpenPulse(south, { a1: 6 });
  superuser = postgres(database.superuserUrl, { max: 4 });
});
afterAll(() => superuser.end());

const stored = async (waveId: string) => {
  const [row] = await superuser`select count(*)::int as n from inbox where wave_id = ${waveId}`;
  return row!.n as number;
};

test("a link shows the form of its own wave and team, and opening it changes nothing", async () => {
  const before = await snapshot(database.superuserUrl);
  const form = await askVault(linkOf(pulse.links.a1![0]!));
  expect(form).toMatchObject({ state: "open", organisation: "north council", team: "Housing repairs", k: 5 });
  expect(form.state === "open" && form.statements.map((s) => s.code)).toHaveLength(13);
  expect(await snapshot(database.superuserUrl)).toEqual(before);
});

test("fifty submits of one link at once store one answer, and all are received", async () => {
  const [path] = pulse.links.a1!;
  const outcomes = await Promise.all(Array.from({ length: 50 }, (_, i) => give(path!, { extra: i % 6 })));
  expect(new Set(outcomes)).toEqual(new Set(["received"]));
  expect(await stored(pulse.waveId)).toBe(1);
});

test("many people at once: each is stored once, in buckets of one team", async () => {
  const outcomes = await Promise.all(pulse.links.a2!.flatMap((path) => [give(path), give(path)]));
  expect(new Set(outcomes)).toEqual(new Set(["received"]));
  const rows = await superuser`
    select bucket, count(*)::int as n from inbox where wave_id = ${pulse.waveId} and unit_id = ${north.units.a2} group by 1`;
  expect(rows.reduce((sum, r) => sum + r.n, 0)).toBe(70);
  expect(rows).toHaveLength(2);
  const [left] = await superuser`
    select count(*)::int as n from invitation where wave_id = ${pulse.waveId} and unit_id = ${north.units.a2} and not used`;
  expect(left!.n).toBe(0);
});

test("the whole bucket is written anew, answers, notes and invitations alike", async () => {
  const [, second, third] = pulse.links.a1!;
  await give(second!, { note: "The rota changes too late." });
  await give(third!);
  const sameRow = await superuser`
    select count(distinct xmin::text)::int as versions, count(*)::int as n from inbox where wave_id = ${pulse.waveId} and unit_id = ${north.units.a1}`;
  expect(sameRow[0]).toEqual({ versions: 1, n: 3 });
  const [row] =
    await superuser`select xmin::text as xid from inbox where wave_id = ${pulse.waveId} and unit_id = ${north.units.a1} limit 1`;
  const others = await superuser`
    select xmin::text as xid from invitation where wave_id = ${pulse.waveId} and unit_id = ${north.units.a1}
    union all select xmin::text from inbox_note where wave_id = ${pulse.waveId}`;
  expect(others).toHaveLength(9);
  expect(new Set(others.map((r) => r.xid))).toEqual(new Set([row!.xid]));
});

test("an answer out of range is an error, and nothing is half written", async () => {
  const before = await snapshot(database.superuserUrl);
  const [path] = other.links.a1!;
  for (const wrong of [
    { answers: [9, ...ANSWERS.answers.slice(1)] },
    { answers: [4] },
    { extra: 7 },
    { locals: [1] },
    { note: "x".repeat(1001) },
  ]) {
    await expect(give(path!, wrong)).rejects.toMatchObject({ code: "23514" });
  }
  expect(await snapshot(database.superuserUrl)).toEqual(before);
  expect(await give(path!)).toBe("received");
});

describe("a link of one organisation", () => {
  test.each([
    ["another organisation's name", (l: ReturnType<typeof linkOf>) => ({ ...l, slug: "south-west" })],
    ["an organisation that is not there", (l: ReturnType<typeof linkOf>) => ({ ...l, slug: "nowhere" })],
    ["another team's code", (l: ReturnType<typeof linkOf>) => ({ ...l, code: `${l.code}x` })],
    [
      "another secret",
      (l: ReturnType<typeof linkOf>) => ({
        ...l,
        secret: `${l.secret.slice(0, -1)}${l.secret.endsWith("0") ? "1" : "0"}`,
      }),
    ],
  ])("with %s is unknown and changes nothing", async (_, change) => {
    const link = change(linkOf(pulse.links.a1![5]!));
    const before = await snapshot(database.superuserUrl);
    expect(await askVault(link)).toEqual({ state: "unknown" });
    expect(await giveToVault(link, ANSWERS)).toBe("unknown");
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });
});

describe("who may read what", () => {
  const asRole = (url: string, text: string) => {
    const sql = postgres(url, { max: 1 });
    return sql
      .begin(async (tx) => {
        await tx`select set_config('app.org_id', ${north.id}, true)`;
        return tx.unsafe(text);
      })
      .finally(() => sql.end());
  };
  test.each([
    ["app", "select used from invitation"],
    ["app", "select token_hash from invitation"],
    ["app", "select xmin from invitation"],
    ["app", "select 1 from invitation where used"],
    ["app", "update invitation set used = false"],
    ["app", "delete from invitation"],
    ["app", "select * from inbox"],
    ["app", "select count(*) from inbox"],
    [
      "app",
      "insert into inbox (org_id, wave_id, unit_id, bucket, answers, locals) select org_id, wave_id, unit_id, 0, '{1,1,1,1,1,1,1,1,1,1,1,1}', '{1,1,1,1,1}' from wave_unit limit 1",
    ],
    ["app", "select * from inbox_note"],
    ["app", "select * from sealed_note"],
    ["app", "select app.submit_pulse('north', 'x', '\\x00', '{}', null, '{}', null)"],
    ["respondent", "select * from inbox"],
    ["respondent", "select id from invitation"],
    ["respondent", "select id from wave"],
    ["respondent", "select id from organisation"],
    ["respondent", "select id from team_member"],
  ] as const)("the %s role: %s is refused", async (role, text) => {
    await expect(asRole(database.urls[role], text)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("a launched wave", () => {
  const asMigrator = async (text: string) => {
    const sql = postgres(database.superuserUrl, { max: 1 });
    try {
      return await sql.unsafe(text);
    } finally {
      await sql.end();
    }
  };
  test.each([
    ["k", "update wave set k = k + 1"],
    ["its closing day", "update wave set closes_at = closes_at + interval '1 day'"],
    ["the day of deletion", "update wave set deletes_on = deletes_on + 1"],
    ["its receipt", "update wave set receipt = repeat('b', 64)"],
    ["its status backwards", "update wave set status = 'confirming'"],
    ["past sealing", "update wave set status = 'published', closed_at = now()"],
    ["a statement", "update wave_statement set en = 'Something else'"],
    [
      "one more statement",
      "insert into wave_statement select org_id, wave_id, 'L1', 99, 'local', 'Late' from wave_statement limit 1",
    ],
    ["one statement fewer", "delete from wave_statement where code = 'D1'"],
    ["its tree", "update wave_unit set parent_id = null where kind = 'team'"],
    ["a unit's name", "update wave_unit set name = 'Other'"],
    [
      "one unit fewer",
      "delete from wave_unit where kind = 'team' and code = (select min(code) from wave_unit where kind = 'team')",
    ],
    ["the number invited", "update wave_unit set invited = 99 where invited is not null"],
    [
      "its roster",
      "insert into invitation select org_id, gen_random_uuid(), wave_id, unit_id, bucket, gen_random_uuid(), '\\x01' from invitation limit 1",
    ],
  ])("does not change %s, not even for a superuser", async (_, text) => {
    const before = await snapshot(database.superuserUrl);
    await expect(asMigrator(text)).rejects.toMatchObject({ code: "BE001" });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });
});

test("after the closing time nothing is taken, even where nobody has closed the wave yet", async () => {
  const third = await makeOrganisation("east");
  const late = await makeOpenPulse(third, { a1: 6 }, { closesAt: new Date(Date.now() + 1500) });
  expect(await give(late.links.a1![0]!)).toBe("received");
  await new Promise((resolve) => setTimeout(resolve, 1600));
  expect(await give(late.links.a1![1]!)).toBe("closed");
  expect(await askVault(linkOf(late.links.a1![1]!))).toEqual({ state: "closed" });
  expect(await stored(late.waveId)).toBe(1);
});

test("sealing keeps every answer and note once, and destroys what led to them", async () => {
  const before = await stored(pulse.waveId);
  await superuser`update wave set status = 'closing', closed_at = now() where id = ${pulse.waveId}`;
  expect(await give(pulse.links.a1![6]!)).toBe("closed");
  await Promise.all([sealPulse(north.id, pulse.waveId), sealPulse(north.id, pulse.waveId)]);
  const [row] = await superuser`select
    (select count(*)::int from sealed_response where wave_id = ${pulse.waveId}) as answers,
    (select count(*)::int from sealed_note where wave_id = ${pulse.waveId}) as notes,
    (select count(*)::int from inbox where wave_id = ${pulse.waveId}) as inbox,
    (select count(*)::int from inbox_note where wave_id = ${pulse.waveId}) as inbox_notes,
    (select count(*)::int from invitation where wave_id = ${pulse.waveId}) as invitations,
    (select count(*)::int from wave_key where wave_id = ${pulse.waveId}) as keys,
    (select status from wave where id = ${pulse.waveId}) as status`;
  expect(row).toEqual({
    answers: before,
    notes: 1,
    inbox: 0,
    inbox_notes: 0,
    invitations: 0,
    keys: 0,
    status: "sealed",
  });
  expect(await stored(other.waveId)).toBe(1);
  const links = await asSystem("Test", "wave:run", north.id, (scope) =>
    linksOf(scope, pulse.waveId, pulse.members.a1!),
  );
  expect(links.size).toBe(0);
  expect(await give(pulse.links.a1![0]!)).toBe("closed");
  expect(await askVault(linkOf(pulse.links.a1![0]!))).toEqual({ state: "closed" });
});

test("a wave that is withdrawn while it is open is thrown away, and only then", async () => {
  await expect(discardPulse(south.id, other.waveId)).rejects.toMatchObject({ kind: "refused" });
  expect(await stored(other.waveId)).toBe(1);
  await superuser`update wave set status = 'withdrawn' where id = ${other.waveId}`;
  await discardPulse(south.id, other.waveId);
  const [row] = await superuser`select
    (select count(*)::int from inbox where wave_id = ${other.waveId}) as inbox,
    (select count(*)::int from invitation where wave_id = ${other.waveId}) as invitations,
    (select count(*)::int from wave_key where wave_id = ${other.waveId}) as keys`;
  expect(row).toEqual({ inbox: 0, invitations: 0, keys: 0 });
  expect(await give(other.links.a1![1]!)).toBe("expired");
});

describe("what the respondent's page is given", () => {
  test("the form of an open wave, its closing day in the organisation's zone, and the answers by code", async () => {
    const west = await makeOrganisation("west");
    // Half past midnight in London in summer: still the day before by the clock of the world.
    const opened = await makeOpenPulse(west, { a1: 6 }, { closesAt: new Date("2027-07-01T23:30:00Z") });
    const path = opened.links.a1![0]!.slice("/r/".length);
    const found = await openPulseForm(path);
    expect(found).toMatchObject({
      state: "open",
      form: { team: "Housing repairs", promise: { k: 5, resultsAfter: "2027-07-02", deletedOn: "2028-11-30" } },
    });
    expect(await sendPulse(path, { answers: { D1: 4, E6: 0, X1: 5, L2: 3 }, note: "Thank you." })).toBe("received");
    const [row] = await superuser`select answers, extra, locals from inbox where wave_id = ${opened.waveId}`;
    const blank = (n: number) => Array(n).fill(Number.NaN);
    expect(row).toEqual({ answers: [4, ...blank(10), 0], extra: 5, locals: [Number.NaN, 3, ...blank(3)] });
    expect(await openPulseForm("nonsense")).toEqual({ state: "unknown" });
    expect(await sendPulse("nonsense", { answers: { D1: 1 } })).toBe("unknown");
  });
});
