import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { callerFor, makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

const rows = async (query: (sql: postgres.Sql) => Promise<postgres.Row[]>): Promise<postgres.Row[]> => {
  const sql = postgres(database.superuserUrl, { max: 1 });
  try {
    return await query(sql);
  } finally {
    await sql.end();
  }
};
const audits = async (orgId: string, action: string) =>
  (await rows((sql) => sql`select * from audit_event where org_id = ${orgId} and action = ${action}`)).length;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

describe("planning", () => {
  test("a draft takes the organisation's k, and a higher one when asked", async () => {
    const hr = await north.as("hr");
    expect(await hr.waves.create({ label: " Autumn 2026 " })).toMatchObject({
      label: "Autumn 2026",
      status: "draft",
      k: 5,
      openedOn: null,
    });
    expect(await hr.waves.create({ label: "Careful", k: 12 })).toMatchObject({ k: 12 });
    expect(await audits(north.id, "wave.create")).toBe(2);
  });

  test("k below five, below the organisation's, and a taken name are said at the field", async () => {
    const hr = await north.as("hr");
    await rows((sql) => sql`update organisation_setting set k = 8 where org_id = ${north.id} returning k`);
    const before = await snapshot(database.superuserUrl);
    await expect(hr.waves.create({ label: "Too low", k: 4 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(hr.waves.create({ label: "Too low", k: 7 })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { detail: { fields: { k: expect.stringContaining("Enter 8 or more") } } },
    });
    await expect(hr.waves.create({ label: "Autumn 2026" })).rejects.toMatchObject({
      cause: { detail: { fields: { label: expect.stringContaining("already") } } },
    });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
    await rows((sql) => sql`update organisation_setting set k = 5 where org_id = ${north.id} returning k`);
    // The same name is free elsewhere.
    await (await south.as("hr")).waves.create({ label: "Autumn 2026" });
  });
});

describe("opening and closing", () => {
  const idOf = async (org: TestOrganisation, label: string) => {
    const { waves } = await (await org.as("hr")).waves.list({});
    return waves.find((w) => w.label === label)!.id;
  };

  test("opening freezes the tree of that day; a second wave has to wait", async () => {
    const hr = await north.as("hr");
    const waveId = await idOf(north, "Autumn 2026");
    expect(await hr.waves.read({ waveId })).toMatchObject({ progress: null, teamsToday: 4, openNow: null });
    const opened = await Promise.all([hr.waves.open({ waveId }), (await north.as("hr")).waves.open({ waveId })]);
    expect(opened.map((w) => w.status)).toEqual(["open", "open"]);
    expect(await audits(north.id, "wave.open")).toBe(1);
    const frozen = await rows((sql) => sql`select kind from wave_unit where wave_id = ${waveId}`);
    expect(frozen).toHaveLength(7);
    expect(await hr.waves.read({ waveId })).toMatchObject({ progress: { teams: 4, part1: 0, part2: 0, part3: 0 } });

    const other = await idOf(north, "Careful");
    expect(await hr.waves.read({ waveId: other })).toMatchObject({ openNow: "Autumn 2026" });
    await expect(hr.waves.open({ waveId: other })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      message: expect.stringContaining("Autumn 2026 is open"),
    });
  });

  test("two waves opened at the same moment: one opens", async () => {
    const hr = await south.as("hr");
    const drafts = await Promise.all(["One", "Two", "Three"].map((label) => hr.waves.create({ label })));
    const outcomes = await Promise.allSettled(
      drafts.map(async (w) => (await south.as("hr")).waves.open({ waveId: w.id })),
    );
    expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
    const open = await rows((sql) => sql`select id from wave where org_id = ${south.id} and status = 'open'`);
    expect(open).toHaveLength(1);
  });

  test("an organisation without a team cannot open one, and nothing is half frozen", async () => {
    const empty = await makeOrganisation("empty");
    await rows(
      (sql) => sql`update unit set status = 'closed' where org_id = ${empty.id} and kind = 'team' returning id`,
    );
    const hr = await empty.as("hr");
    const { id: waveId } = await hr.waves.create({ label: "First" });
    const before = await snapshot(database.superuserUrl);
    await expect(hr.waves.open({ waveId })).rejects.toMatchObject({ message: expect.stringContaining("no team yet") });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test("closing is once: sealed, one audit row; a draft cannot be closed, a closed one not opened again", async () => {
    const hr = await north.as("hr");
    const waveId = await idOf(north, "Autumn 2026");
    const closed = await Promise.all(
      Array.from({ length: 8 }, async () => (await north.as("hr")).waves.close({ waveId })),
    );
    expect(new Set(closed.map((w) => w.status))).toEqual(new Set(["sealed"]));
    expect(await audits(north.id, "wave.close")).toBe(1);
    await expect(hr.waves.open({ waveId })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    const other = await idOf(north, "Careful");
    await expect(hr.waves.close({ waveId: other })).rejects.toMatchObject({
      message: "This wave has not been opened yet.",
    });
    expect((await hr.waves.list({})).waves.map((w) => w.label)).toEqual(["Careful", "Autumn 2026"]);
  });
});

describe("who may", () => {
  test.each(["leader", "supervisor", "branchHr", "member", "nobody"] as const)("%s does not run waves", async (who) => {
    const caller = await north.as(who);
    const { waves } = await (await north.as("hr")).waves.list({});
    const waveId = waves.find((w) => w.status === "draft")!.id;
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.waves.create({ label: "Mine" }));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.waves.open({ waveId }));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.waves.close({ waveId }));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.waves.read({ waveId }));
  });

  test("a foreign wave and a random one are the same miss", async () => {
    const hr = await north.as("hr");
    const abroad = (await (await south.as("hr")).waves.list({})).waves[0]!.id;
    for (const waveId of [abroad, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => hr.waves.open({ waveId }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => hr.waves.close({ waveId }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => hr.waves.read({ waveId }));
      expect((await hr.waves.list({ cursor: waveId })).waves).toEqual([]);
    }
    const mixed = await callerFor(north.people.hr.accountId, south.slug);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => mixed.waves.close({ waveId: abroad }));
  });

  test("the list goes on where the page before ended", async () => {
    const long = await makeOrganisation("long");
    const hr = await long.as("hr");
    for (let n = 1; n <= 23; n++) await hr.waves.create({ label: `Wave ${n}` });
    const first = await hr.waves.list({});
    expect(first.waves).toHaveLength(20);
    const second = await hr.waves.list({ cursor: first.nextCursor });
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.waves, ...second.waves].map((w) => w.label)).size).toBe(23);
  });
});
