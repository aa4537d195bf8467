import { beforeAll, describe, expect, test } from "vitest";
import { advanceWave } from "#server/modules/waves/index.ts";
import { parseLink } from "#server/modules/responses/index.ts";
import { runMonthly } from "#server/modules/overview/index.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { EARLY, launched, listPeople, looksInto, OPENING, PLAN } from "../waves/pulse-inputs.ts";

const database = useDatabase();
const { one } = looksInto(database);
let demo: TestOrganisation;
let real: TestOrganisation;
let waveId: string;

beforeAll(async () => {
  demo = await makeOrganisation("demo");
  real = await makeOrganisation("real");
  await asSuperuser(database, (sql) => sql`update organisation set demo = true where id = ${demo.id}`);
  for (const org of [demo, real]) {
    await listPeople(org, { a1: 5 });
    await listPeople(org, { b1: 4 }, { email: false });
    const id = await launched(org);
    await advanceWave({ orgId: org.id, waveId: id }, OPENING);
    if (org === demo) waveId = id;
  }
});

describe("the outbox without a provider", () => {
  test("HR of a demo organisation reads a mail with the link of its person", async () => {
    const hr = await demo.as("hr", OPENING);
    const outbox = await hr.outbox.read();
    expect(outbox).toMatchObject({ sends: false, readable: true, more: 0, refused: [] });
    expect(outbox.counts).toEqual([
      expect.objectContaining({ kind: "confirm_list", cancelled: 2, waiting: 0 }),
      expect.objectContaining({ kind: "invitation", cancelled: 0, waiting: 5 }),
    ]);
    const invitation = outbox.mails.find((mail) => mail.kind === "invitation")!;
    const mail = await hr.outbox.mail({ mailId: invitation.mailId });
    expect(mail.subject).toContain("Autumn 2030");
    expect(parseLink(/\/r\/(\S+)/.exec(mail.text)?.[1] ?? "")).toMatchObject({ slug: "demo", code: "A1" });
  });

  test("HR of a demo organisation reads what a leader is sent each month", async () => {
    await runMonthly({ orgId: demo.id }, OPENING);
    const hr = await demo.as("hr", OPENING);
    const monthly = (await hr.outbox.read()).mails.find((mail) => mail.kind === "monthly")!;
    const mail = await hr.outbox.mail({ mailId: monthly.mailId });
    expect(mail.subject).toMatch(/^.*Housing in /);
    expect(mail.text).toContain("/o/demo/overview");
  });

  test("in a real organisation nobody reads one, and no other role sees the page", async () => {
    const hr = await real.as("hr", OPENING);
    const outbox = await hr.outbox.read();
    expect(outbox).toMatchObject({ readable: false, mails: [], more: 0 });
    const { id: mailId } = (await one("select id from outbox_mail where org_id = $1", [real.id])) as { id: string };
    await expect(hr.outbox.mail({ mailId })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    const abroad = await demo.as("hr", OPENING);
    await expectAllRefused(database.superuserUrl, "NOT_FOUND", [() => abroad.outbox.mail({ mailId })]);
    const [leader, branch] = [await real.as("leader", OPENING), await real.as("branchHr", OPENING)];
    await expectAllRefused(database.superuserUrl, "FORBIDDEN", [
      () => leader.outbox.read(),
      () => branch.outbox.read(),
      () => leader.waves.sheets({ waveId }),
      () => leader.waves.pulse({ waveId }),
    ]);
  });

  test("people without an address get cards by team, in the order of their secrets, without a name", async () => {
    const sheets = await (await demo.as("hr", OPENING)).waves.sheets({ waveId });
    expect(sheets.sheets.map((s) => [s.team, s.links.length])).toEqual([["Applications", 4]]);
    const secrets = sheets.sheets[0]!.links.map((link) => parseLink(link.split("/r/")[1]!)!.secret);
    expect(secrets).toEqual(secrets.toSorted());
    expect(JSON.stringify(sheets)).not.toContain("Person");
  });
});

describe("a rehearsal", () => {
  test("has made-up answers, real rules, and is seen by HR alone", async () => {
    const hr = await real.as("hr", EARLY);
    const { id } = await hr.waves.plan({ ...PLAN, label: "Spring" });
    const rehearsed = await hr.waves.rehearse({ waveId: id });
    expect(rehearsed).toMatchObject({ label: "Spring, rehearsal", rehearsal: true, status: "sealed" });
    expect(await hr.waves.rehearsal({ waveId: rehearsed.id })).toMatchObject({ ready: false, units: [] });
    await publishRelease(real.id, rehearsed.id);
    const view = await hr.waves.rehearsal({ waveId: rehearsed.id });
    expect(view.ready).toBe(true);
    expect(view.units.map((u) => u.name)).toContain("Housing repairs");
    expect(view.units[0]).toMatchObject({ depth: 0, answers: expect.any(Number) });
    // Four people of Enforcement and fewer: never shown.
    expect(view.units.find((u) => u.name === "Enforcement")).toMatchObject({ answers: null, engagementRisk: null });
    // The plan is as it was, and nobody was written to.
    expect((await hr.waves.pulse({ waveId: id })).status).toBe("draft");
    expect(await one("select count(*)::int as n from outbox_mail where wave_id = $1", [rehearsed.id])).toEqual({
      n: 0,
    });
    await expect(hr.waves.rehearsal({ waveId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
