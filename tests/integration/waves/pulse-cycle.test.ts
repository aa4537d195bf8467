import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { advanceWave, tendWave } from "#server/modules/waves/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { clockAt, CLOSING, EARLY, listPeople, looksInto, mailsOf, OPENING, PLAN } from "./pulse-inputs.ts";

const database = useDatabase();
let north: TestOrganisation;

const { one, audits, statusOf, jobs } = looksInto(database);

beforeAll(async () => {
  north = await makeOrganisation("north");
  await listPeople(north, { a1: 12, a2: 9, b1: 8, d1: 1 });
  await listPeople(north, { b2: 3 }, { email: false });
});

describe("from a plan to published results, every step twice and by two workers", () => {
  let waveId: string;

  test("a plan holds the statements word for word and its times on the wall", async () => {
    const hr = await north.as("hr", EARLY);
    const planned = await hr.waves.plan(PLAN);
    waveId = planned.id;
    expect(planned).toMatchObject({ status: "draft", source: "pulse", k: 5 });
    const read = await hr.waves.pulse({ waveId });
    expect(read).toMatchObject({
      opensAt: "2030-10-07T09:00",
      closesAt: "2030-10-21T17:00",
      problems: {},
      extra: "X1",
    });
    expect(read.statements).toHaveLength(13);
    const stored = await one("select opens_at, closes_at from wave where id = $1", [waveId]);
    expect(stored).toEqual({
      opens_at: new Date("2030-10-07T08:00:00Z"),
      closes_at: new Date("2030-10-21T16:00:00Z"),
    });
    await hr.waves.edit({ waveId, ...PLAN, k: 6, locals: ["I can take my breaks."] });
    expect((await hr.waves.pulse({ waveId })).statements.map((s) => s.code).slice(12)).toEqual(["X1", "L1"]);
    await hr.waves.edit({ waveId, ...PLAN, k: 5 });
  });

  test("launching freezes tree and statements, asks supervisors, and is done once", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, async () => (await north.as("hr", EARLY)).waves.launch({ waveId })),
    );
    expect(new Set(outcomes.map((w) => w.status))).toEqual(new Set(["confirming"]));
    expect(await audits(north.id, "wave.launch")).toBe(1);
    expect(await mailsOf(north, waveId)).toEqual({ "confirm_list waiting": 2 });
    expect((await jobs("wave-step", waveId)).map((j) => j.start_after)).toEqual([new Date("2030-10-07T08:00:00Z")]);
    expect(await jobs("wave-hourly", waveId)).toHaveLength(1);
  });

  test("from then on nothing of it changes, by command or by hand", async () => {
    const hr = await north.as("hr", EARLY);
    const before = await snapshot(database.superuserUrl);
    for (const attempt of [
      () => hr.waves.edit({ waveId, ...PLAN, k: 9 }),
      () => hr.waves.rename({ waveId, label: "Another" }),
      () => hr.waves.remove({ waveId }),
      () => hr.waves.group({ waveId, name: "Both", teamIds: [north.units.a1, north.units.a2] }),
      () => hr.waves.open({ waveId }),
      () => hr.waves.close({ waveId }),
      () => hr.waves.closePulse({ waveId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    }
    for (const change of [
      "update wave set k = 9",
      "update wave set closes_at = closes_at + interval '1 day'",
      "update wave set deletes_on = '2030-01-01'",
      "update wave set status = 'published'",
      "update wave_statement set en = 'Something else.'",
      "delete from wave_unit",
      "delete from wave",
    ]) {
      const where = change.includes(" wave_") ? "wave_id" : "id";
      await expect(one(`${change} where ${where} = $1`, [waveId])).rejects.toMatchObject({ code: "BE001" });
    }
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test("supervisors confirm the list of their own team and no other; HR sees how far it is", async () => {
    const own = await (await north.as("supervisor", EARLY)).members.own();
    expect(own.wave).toMatchObject({ waveId, confirming: true, opensAt: "2030-10-07T09:00" });
    expect(own.lists.map((l) => [l.name, l.members.length, l.confirmedBy])).toEqual([["Housing repairs", 12, null]]);
    const supervisor = await north.as("supervisor", EARLY);
    await supervisor.members.confirm({ waveId, unitId: north.units.a1 });
    await supervisor.members.confirm({ waveId, unitId: north.units.a1 });
    expect(await audits(north.id, "wave.confirm-list")).toBe(1);
    await expect(supervisor.members.confirm({ waveId, unitId: north.units.b1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const read = await (await north.as("hr", EARLY)).waves.pulse({ waveId });
    expect(read.lists).toMatchObject({ lists: 5, confirmed: 1, people: 33, withoutAddress: 3 });
    expect(read.lists.waiting.map((l) => [l.name, l.supervisor])).toEqual([
      ["Housing", "leader"],
      ["Lettings", null],
      ["Applications", "otherSupervisor"],
      ["Enforcement", null],
    ]);
    await supervisor.members.reopen({ waveId, unitId: north.units.a1 });
    expect((await supervisor.members.own()).lists[0]?.confirmedBy).toBeNull();
    await supervisor.members.confirm({ waveId, unitId: north.units.a1 });
  });

  test("a confirmed list that changes has to be confirmed again, whoever changes it and however", async () => {
    const [supervisor, hr] = [await north.as("supervisor", EARLY), await north.as("hr", EARLY)];
    const unitId = north.units.a1;
    const confirmed = async () => (await hr.waves.pulse({ waveId })).lists.confirmed;
    const yes = () => supervisor.members.confirm({ waveId, unitId });
    const joiner = await supervisor.members.add({ unitId, name: "Joiner", email: null });
    expect(await confirmed()).toBe(0);
    await yes();
    await supervisor.members.add({ unitId, name: "joiner", email: null });
    await hr.members.add({ unitId: north.units.a2, name: "Beside", email: null });
    await one("update team_member set name = 'Joyner' where id = $1", [joiner.memberId]);
    expect(await confirmed()).toBe(1);
    await supervisor.members.end({ memberId: joiner.memberId });
    expect(await confirmed()).toBe(0);
    await yes();
    const row = (i: number) => `A1,Person ${i} of a1,p${i}.a1@north.example`;
    const upload = (...rows: string[]) => ({
      fileName: "lists.csv",
      content: Buffer.from(["team_code,name,email", ...rows].join("\n")).toString("base64"),
    });
    for (const [people, left] of [
      [Array.from({ length: 12 }, (_, i) => row(i)), 1],
      [[...Array.from({ length: 12 }, (_, i) => row(i)), "A1,From a file,"], 0],
      [Array.from({ length: 12 }, (_, i) => row(i)), 0],
    ] as const) {
      const file = upload(...people);
      const { hash, confirmation } = await hr.members.previewImport(file);
      await hr.members.applyImport({ ...file, hash, confirmation });
      expect(await confirmed()).toBe(left);
      await yes();
    }
    const beside = (await hr.members.list({ unitId: north.units.a2 })).members.find((m) => m.name === "Beside");
    await hr.members.end({ memberId: beside!.memberId });
    expect((await supervisor.members.own()).lists[0]?.members).toHaveLength(12);
    expect(await confirmed()).toBe(1);
  });

  test("two days before, whoever has not confirmed is reminded, once", async () => {
    const clock = clockAt("2030-10-05T10:00:00Z");
    await tendWave({ orgId: north.id, waveId }, EARLY);
    expect(await mailsOf(north, waveId)).toEqual({ "confirm_list waiting": 2 });
    await Promise.all([1, 2].map(() => tendWave({ orgId: north.id, waveId }, clock)));
    expect(await mailsOf(north, waveId)).toEqual({ "confirm_list waiting": 2, "confirm_reminder waiting": 2 });
  });

  test("a job that comes a second early does nothing; at its time two workers open it once", async () => {
    const ids = { orgId: north.id, waveId };
    await advanceWave(ids, clockAt("2030-10-07T07:59:59Z"));
    expect(await statusOf(waveId)).toBe("confirming");
    await Promise.all(Array.from({ length: 4 }, () => advanceWave(ids, OPENING)));
    expect(await statusOf(waveId)).toBe("open");
    expect(await audits(north.id, "wave.open-pulse")).toBe(1);
    expect(await mailsOf(north, waveId)).toEqual({
      "confirm_list cancelled": 2,
      "confirm_reminder cancelled": 2,
      "invitation waiting": 30,
    });
    const invited = await asSuperuser(
      database,
      (sql) => sql`select code, invited from wave_unit where wave_id = ${waveId} order by position`,
    );
    expect(Object.fromEntries(invited.map((u) => [u.code, u.invited]))).toMatchObject({
      A1: 12,
      A2: 9,
      B1: 8,
      B2: 3,
      D1: 1,
      D2: 0,
    });
  });

  test("the receipt is the hash of the text that anybody may read", async () => {
    const { receipt, text } = await (await north.as("supervisor", OPENING)).waves.promise({ waveId });
    expect(createHash("sha256").update(text).digest("hex")).toBe(receipt);
    expect(text).toContain("Results appear after 21 October 2030, only for groups of 5 or more.");
    expect((await one("select receipt from wave where id = $1", [waveId])).receipt).toBe(receipt);
    await expect(one("update wave set receipt = repeat('0', 64) where id = $1", [waveId])).rejects.toMatchObject({
      code: "BE001",
    });
  });

  test("somebody who joins after the opening is not invited, and a list is not confirmed any more", async () => {
    const supervisor = await north.as("supervisor", OPENING);
    await supervisor.members.add({ unitId: north.units.a1, name: "Late", email: "late@north.example" });
    await expect(supervisor.members.confirm({ waveId, unitId: north.units.a1 })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    expect((await one("select count(*)::int as n from invitation where wave_id = $1", [waveId])).n).toBe(33);
  });

  test("everybody is reminded, whoever has answered; twice in a day is once", async () => {
    const hr = await north.as("hr", clockAt("2030-10-10T10:00:00Z"));
    const sent = await Promise.all([hr.waves.remind({ waveId }), hr.waves.remind({ waveId })]);
    expect(sent.map((s) => s.people).toSorted()).toEqual([0, 30]);
    expect(await mailsOf(north, waveId)).toMatchObject({ "reminder waiting": 30 });
  });

  test("halfway it reminds by itself, counts in bands once a day, and looks again in an hour", async () => {
    const clock = clockAt("2030-10-14T13:00:00Z");
    await Promise.all([1, 2].map(() => tendWave({ orgId: north.id, waveId }, clock)));
    expect(await mailsOf(north, waveId)).toMatchObject({ "reminder waiting": 60 });
    const read = await (await north.as("hr", clock)).waves.pulse({ waveId });
    // Only Housing has twenty people; nobody of it has answered.
    expect(read.participation).toEqual([{ name: "Housing", onDay: "2030-10-14", band: "under_quarter" }]);
    expect((await jobs("wave-hourly", waveId)).filter((j) => j.start_after > clock.now())).toHaveLength(1);
  });

  test("at its time it closes, seals and publishes; a kill after any of it and a second worker change nothing", async () => {
    const ids = { orgId: north.id, waveId };
    await Promise.all(Array.from({ length: 3 }, () => advanceWave(ids, CLOSING)));
    expect(await statusOf(waveId)).toBe("published");
    await advanceWave(ids, CLOSING);
    for (const action of ["wave.close-pulse", "wave.seal"]) expect(await audits(north.id, action)).toBe(1);
    expect((await one("select count(*)::int as n from release where wave_id = $1", [waveId])).n).toBe(1);
    for (const table of ["invitation", "inbox", "wave_key"]) {
      expect((await one(`select count(*)::int as n from ${table} where wave_id = $1`, [waveId])).n).toBe(0);
    }
    expect(await mailsOf(north, waveId)).toMatchObject({ "invitation cancelled": 30, "reminder cancelled": 60 });
  });

  test("it ends as it began when it is withdrawn: unreadable, its name free, its answers gone", async () => {
    const hr = await north.as("hr", CLOSING);
    const gone = await hr.waves.withdraw({ waveId, reason: "wrong lists" });
    expect(gone).toMatchObject({ status: "withdrawn", label: "Autumn 2030 (withdrawn)" });
    await hr.waves.withdraw({ waveId, reason: "again" });
    await Promise.all([1, 2].map(() => advanceWave({ orgId: north.id, waveId }, CLOSING)));
    for (const action of ["wave.withdraw", "release.withdraw"]) expect(await audits(north.id, action)).toBe(1);
    expect(await one("select status, withdrawn_reason from release where wave_id = $1", [waveId])).toEqual({
      status: "withdrawn",
      withdrawn_reason: "wrong lists",
    });
  });
});
