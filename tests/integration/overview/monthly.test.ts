import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { organisation } from "#db/schema/accounts.ts";
import { person } from "#db/schema/people.ts";
import { unit } from "#db/schema/register.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { sendMails } from "#server/modules/outbox/index.ts";
import { bookMissingMonthly, runMonthly, writeMonthly } from "#server/modules/overview/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { alsoLeads, on } from "../help/fixture.ts";
import { MailServer } from "../outbox/mail-server.ts";
import { publishedWave } from "../results/fixture.ts";

const database = useDatabase();
const server = new MailServer();
let made = 0;
let org: TestOrganisation;
const FIRST = on("2026-12-01");

beforeAll(async () => {
  await server.start();
  process.env.BEARING_SMTP_URL = `smtp://127.0.0.1:${server.port}?ignoreTLS=true`;
  process.env.BEARING_MAIL_FROM = "Bearing <pulse@bearing.example>";
  process.env.BEARING_URL = "https://bearing.example";
});
afterAll(() => server.stop());

beforeEach(async () => {
  made += 1;
  org = await makeOrganisation(`month-${made}`);
  server.taken.length = 0;
});

const send = (clock = FIRST) => sendMails(org.id, { clock, writers: { monthly: writeMonthly } });
const posted = () =>
  asSuperuser(database, async (sql) => {
    const rows = await sql`select status from outbox_mail where org_id = ${org.id} and kind = 'monthly'`;
    return rows.map((row) => row.status as string);
  });
const booked = () =>
  asSuperuser(database, async (sql) => {
    const rows = await sql`select start_after from pgboss.job
      where name = 'monthly-mail' and data->>'orgId' = ${org.id} order by start_after`;
    return rows.map((row) => (row.start_after as Date).toISOString().slice(0, 10));
  });

test("whoever leads a unit gets one mail over the wire, in one paragraph about the own part alone", async () => {
  await publishedWave(org, "Autumn 2026", "2026-11-10T12:00:00Z", {
    a1: people(12, 2, 4),
    a2: people(12, 4, 2),
    b1: people(12, 3, 3),
  });
  await (await org.as("supervisor", on("2026-11-10"))).help.ask({
    teamId: org.units.a1,
    question: "May we hire before Christmas?",
  });
  await runMonthly({ orgId: org.id }, FIRST);
  await send();
  expect(server.taken).toHaveLength(1);
  const [mail] = server.taken;
  expect(mail?.subject).toContain("Housing in November 2026: one request waits for you");
  const paragraphs = mail?.text.replaceAll("\r\n", "\n").trim().split("\n\n") ?? [];
  expect(paragraphs).toHaveLength(4);
  // The request reached its leader on 10 November: its ten working days ended on the 24th.
  expect(paragraphs[1]).toContain("One request waits for your answer, over its time.");
  expect(paragraphs[1]).toContain("1 request for help was made.");
  // 24 of the 36 people are in Housing: the other branch is in no sentence.
  expect(paragraphs[1]).toContain("24 people answered in Autumn 2026");
  expect(mail?.text).not.toContain("May we hire");
  expect(paragraphs[2]).toBe(`https://bearing.example/o/${org.slug}/overview`);
  expect(await posted()).toEqual(["sent"]);
});

test("a new organisation has its first mail booked", async () => {
  expect(await booked()).toHaveLength(1);
  expect((await booked())[0]).toMatch(/-01$/);
});

test("an organisation older than the job is booked by the next worker, once, and no other is booked twice", async () => {
  const other = await makeOrganisation(`beside-${made}`);
  await asSuperuser(
    database,
    (sql) => sql`delete from pgboss.job where name = 'monthly-mail' and data->>'orgId' = ${org.id}`,
  );
  await asSuperuser(database, (sql) => sql`update organisation set status = 'suspended' where id = ${other.id}`);
  const before = await asSuperuser(
    database,
    (sql) => sql`select id from pgboss.job where data->>'orgId' = ${other.id}`,
  );
  expect(await booked()).toEqual([]);
  // Two workers start at the same moment, and one again later.
  await Promise.all([bookMissingMonthly(FIRST), bookMissingMonthly(FIRST)]);
  await bookMissingMonthly(on("2026-12-15"));
  expect(await booked()).toEqual(["2027-01-01"]);
  expect(
    await asSuperuser(database, (sql) => sql`select id from pgboss.job where data->>'orgId' = ${other.id}`),
  ).toEqual(before);
});

test("before it enters an organisation the worker sees which are active, and nothing in any of them", async () => {
  const background = { background: "worker" } as const;
  const seen = await inTransaction(background, (tx) => tx.select({ id: organisation.id }).from(organisation));
  expect(seen.map(({ id }) => id)).toContain(org.id);
  for (const table of [person, unit]) {
    await expect(inTransaction(background, (tx) => tx.select().from(table))).rejects.toMatchObject({
      cause: { message: "no tenant is set" },
    });
  }
  expect(await inTransaction({}, (tx) => tx.select().from(organisation))).toEqual([]);
});

test("once a month, however often the job runs, and the next month is booked once", async () => {
  await Promise.all([1, 2, 3].map(() => runMonthly({ orgId: org.id }, FIRST)));
  await runMonthly({ orgId: org.id }, on("2026-12-20"));
  expect(await posted()).toHaveLength(1);
  expect((await booked()).filter((day) => day === "2027-01-01")).toEqual(["2027-01-01"]);
  await runMonthly({ orgId: org.id }, on("2027-01-01"));
  expect(await posted()).toHaveLength(2);
});

test("of two units of one leader one mail; HR, supervisors and members get none", async () => {
  await alsoLeads(org, "leader", "d2");
  await runMonthly({ orgId: org.id }, FIRST);
  await send();
  expect(server.taken.map(({ subject }) => subject)).toEqual(["Housing and Planning in November 2026"]);
});

test("somebody who leads nothing any more by the time it goes out is written to no more", async () => {
  await alsoLeads(org, "nobody", "d2", { endsOn: "2026-12-01" });
  await runMonthly({ orgId: org.id }, FIRST);
  expect(await posted()).toHaveLength(2);
  await send(on("2026-12-03"));
  expect(server.taken).toHaveLength(1);
  expect((await posted()).toSorted()).toEqual(["cancelled", "sent"]);
});
