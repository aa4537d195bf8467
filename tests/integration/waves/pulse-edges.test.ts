import { describe, expect, test } from "vitest";
import { asSystem } from "#server/authz/index.ts";
import { giveToVault, linksOf, parseLink } from "#server/modules/responses/index.ts";
import { advanceWave, tendWave } from "#server/modules/waves/index.ts";
import { makeOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { clockAt, CLOSING, EARLY, launched, listPeople, looksInto, mailsOf, OPENING, PLAN } from "./pulse-inputs.ts";

const database = useDatabase();
const { one, audits, statusOf, jobs } = looksInto(database);
const ANSWERS = { answers: [4, 4, 3, 4, 2, 5, 3, 4, 4, 2, 4, 3], extra: 4, locals: Array(5).fill(null), note: null };

describe("with answers", () => {
  test("a kill between close and seal is resumed, and what was answered is published and deleted on its day", async () => {
    const org = await makeOrganisation("answers");
    const members = await listPeople(org, { a1: 12, a2: 9 });
    const now = Date.now();
    const local = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 16);
    const hr = await org.as("hr");
    const { id: waveId } = await hr.waves.plan({
      ...PLAN,
      opensAt: null,
      closesAt: local(10),
      deletesOn: local(700).slice(0, 10),
    });
    await hr.waves.launch({ waveId });
    await hr.waves.openPulse({ waveId });
    const everybody = [...members.a1!, ...members.a2!];
    const links = await asSystem("Test", "wave:run", org.id, (scope) => linksOf(scope, waveId, everybody));
    for (const id of everybody.slice(0, 18)) {
      expect(await giveToVault(parseLink(links.get(id)!.slice("/r/".length))!, ANSWERS)).toBe("received");
    }
    await hr.waves.closePulse({ waveId });
    expect(await statusOf(waveId)).toBe("closing");
    expect(await giveToVault(parseLink(links.get(everybody[19]!)!.slice("/r/".length))!, ANSWERS)).toBe("closed");
    await expect(hr.waves.withdraw({ waveId, reason: "now" })).rejects.toMatchObject({
      message: expect.stringContaining("just closing"),
    });
    // Whoever was to seal it was killed: the next look, of any job, goes on where it stopped.
    await tendWave({ orgId: org.id, waveId });
    expect(await statusOf(waveId)).toBe("published");
    expect(await one("select answers from release where wave_id = $1", [waveId])).toEqual({ answers: 18 });
    expect((await jobs("wave-step", waveId)).at(-1)?.start_after.getTime()).toBeGreaterThan(now + 600 * 86_400_000);

    const sealed = async () =>
      (await one("select count(*)::int as n from sealed_response where wave_id = $1", [waveId])).n;
    await advanceWave({ orgId: org.id, waveId }, clockAt(new Date(now + 690 * 86_400_000).toISOString()));
    expect(await sealed()).toBe(18);
    await advanceWave({ orgId: org.id, waveId }, clockAt(new Date(now + 701 * 86_400_000).toISOString()));
    expect(await sealed()).toBe(0);
    expect(await audits(org.id, "wave.delete-answers")).toBe(1);
    expect(await statusOf(waveId)).toBe("published");
  });
});

test("with a cadence, opening plans the next one at the same time on the wall, once", async () => {
  const org = await makeOrganisation("cadence");
  await listPeople(org, { a1: 12 });
  await (await org.as("hr", EARLY)).waves.setCadence({ cadence: "quarterly" });
  const waveId = await launched(org);
  await Promise.all([1, 2].map(() => advanceWave({ orgId: org.id, waveId }, OPENING)));
  const { waves } = await (await org.as("hr", OPENING)).waves.list({});
  const next = waves.filter((w) => w.status === "draft");
  expect(next.map((w) => w.label)).toEqual(["January 2031"]);
  const read = await (await org.as("hr", OPENING)).waves.pulse({ waveId: next[0]!.id });
  // Nine o'clock in London is another instant in winter.
  expect(read).toMatchObject({ opensAt: "2031-01-07T09:00", closesAt: "2031-01-21T17:00", deletesOn: "2033-01-21" });
  expect(read.statements).toHaveLength(13);
});

test("a wave that nobody can open waits for HR, and says why", async () => {
  const org = await makeOrganisation("nobody");
  const waveId = await launched(org);
  await expect(advanceWave({ orgId: org.id, waveId }, OPENING)).rejects.toMatchObject({ kind: "refused" });
  await tendWave({ orgId: org.id, waveId }, OPENING);
  expect(await statusOf(waveId)).toBe("confirming");
  await listPeople(org, { a1: 5 });
  await tendWave({ orgId: org.id, waveId }, clockAt("2030-10-07T09:00:00Z"));
  expect(await statusOf(waveId)).toBe("open");
});

test("before it opens it can be withdrawn, and one that ran past its end opens for nobody", async () => {
  const org = await makeOrganisation("late");
  await listPeople(org, { a1: 5 });
  const waveId = await launched(org);
  await advanceWave({ orgId: org.id, waveId }, CLOSING);
  expect(await statusOf(waveId)).toBe("confirming");
  const hr = await org.as("hr", CLOSING);
  await expect(hr.waves.openPulse({ waveId })).rejects.toMatchObject({
    message: expect.stringContaining("has passed"),
  });
  await hr.waves.withdraw({ waveId, reason: "too late" });
  await advanceWave({ orgId: org.id, waveId }, CLOSING);
  expect(await statusOf(waveId)).toBe("withdrawn");
  expect(await mailsOf(org, waveId)).toEqual({ "confirm_list cancelled": 2 });
});
