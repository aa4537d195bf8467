import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { giveToVault, parseLink } from "#server/modules/responses/index.ts";
import { sendMails } from "#server/modules/outbox/index.ts";
import { openTransport } from "#server/modules/outbox/open-transport.ts";
import { advanceWave } from "#server/modules/waves/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { clockAt, CLOSING, launched, listPeople, mailsOf, OPENING } from "../waves/pulse-inputs.ts";
import { MailServer } from "./mail-server.ts";

const database = useDatabase();
const server = new MailServer();
let made = 0;
let org: TestOrganisation;
let waveId: string;

beforeAll(async () => {
  await server.start();
  process.env.BEARING_SMTP_URL = `smtp://127.0.0.1:${server.port}?ignoreTLS=true`;
  process.env.BEARING_MAIL_FROM = "Bearing <pulse@bearing.example>";
  process.env.BEARING_URL = "https://bearing.example";
});
afterAll(() => server.stop());

/** An open pulse with thirteen people of whom three have no address. */
beforeEach(async () => {
  made += 1;
  org = await makeOrganisation(`mail-${made}`);
  await listPeople(org, { a1: 10 });
  await listPeople(org, { b1: 3 }, { email: false });
  waveId = await launched(org);
  await advanceWave({ orgId: org.id, waveId }, OPENING);
  server.taken.length = 0;
  server.refuse = () => false;
  server.beforeYes = () => {};
});

const later = (minutes: number) => clockAt(new Date(OPENING.now().getTime() + minutes * 60_000).toISOString());
const twice = () =>
  asSuperuser(database, async (sql) => {
    const [row] =
      await sql`select count(*) filter (where maybe_twice)::int as n from outbox_mail where wave_id = ${waveId}`;
    return row?.n as number;
  });

describe("sending", () => {
  test("everybody with an address gets one mail with their own link; two workers send none twice", async () => {
    await Promise.all([1, 2].map(() => sendMails(org.id, { clock: later(1) })));
    expect(server.taken.map((mail) => mail.to).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, i) => `p${i}.a1@${org.slug}.example`).toSorted(),
    );
    expect(await mailsOf(org, waveId)).toMatchObject({ "invitation sent": 10 });
    const links = server.taken.map((mail) => /https:\/\/bearing\.example(\/r\/\S+)/.exec(mail.text)?.[1] ?? "");
    expect(new Set(links).size).toBe(10);
    for (const link of links) expect(parseLink(link.slice("/r/".length))).toMatchObject({ slug: org.slug, code: "A1" });
    expect(server.taken[0]?.text).toContain("Monday 21 October");
    expect(server.taken[0]?.headers).toMatch(/Auto-Submitted: auto-generated/i);
    const ids = new Set(server.taken.map((mail) => mail.messageId));
    expect(ids.size).toBe(10);
    for (const id of ids) expect(id).toMatch(/^<[0-9a-f-]{36}@bearing\.example>$/);
    await sendMails(org.id, { clock: later(30) });
    expect(server.taken).toHaveLength(10);
  });

  test("nothing that was stored holds an address's link: not the outbox, not a job", async () => {
    await sendMails(org.id, { clock: later(1) });
    const secret = parseLink(/\/r\/(\S+)/.exec(server.taken[0]?.text ?? "")?.[1] ?? "")?.secret ?? "none";
    const held = await asSuperuser(database, async (sql) => {
      const texts =
        await sql`select to_jsonb(m)::text as t from outbox_mail m union all select to_jsonb(j)::text from pgboss.job j
        union all select to_jsonb(a)::text from audit_event a`;
      return texts.map((row) => row.t as string);
    });
    expect(secret).toHaveLength(26);
    expect(held.length).toBeGreaterThan(10);
    expect(held.filter((text) => text.includes(secret))).toEqual([]);
  });

  test("a provider that is down for six hours gets everything once afterwards", async () => {
    await server.stop();
    // The queue comes back at the times that the rows say; a look every five minutes is more than it takes.
    for (let minute = 1; minute < 360; minute += 5) await sendMails(org.id, { clock: later(minute) });
    expect(await mailsOf(org, waveId)).toMatchObject({ "invitation waiting": 10 });
    expect(server.taken).toHaveLength(0);
    await server.start();
    for (let minute = 360; minute < 400; minute += 5) await sendMails(org.id, { clock: later(minute) });
    expect(await mailsOf(org, waveId)).toMatchObject({ "invitation sent": 10 });
    expect(server.taken).toHaveLength(10);
    expect(new Set(server.taken.map((mail) => mail.messageId)).size).toBe(10);
    expect(await twice()).toBe(0);
  });

  test("an address that is refused for good is given up, and the others are sent", async () => {
    server.refuse = (to) => to.startsWith("p3.");
    await sendMails(org.id, { clock: later(1) });
    expect(await mailsOf(org, waveId)).toMatchObject({ "invitation sent": 9, "invitation given_up": 1 });
    await sendMails(org.id, { clock: later(600) });
    expect(server.taken).toHaveLength(9);
  });

  test("a kill between the provider's yes and our mark: sent again with the same Message-ID, counted and shown", async () => {
    const real = openTransport()!;
    let sent = 0;
    // The process ends right after the provider took the third mail: nothing is marked, and nothing more is done.
    const killed = sendMails(org.id, {
      clock: later(1),
      transport: {
        close: () => {},
        send: async (mail) => {
          sent += 1;
          const mine = sent;
          if (mine > 3) await new Promise(() => {});
          await real.send(mail);
          if (mine === 3) await new Promise(() => {});
        },
      },
    });
    void killed;
    await expect.poll(() => server.taken.length, { timeout: 10_000 }).toBe(3);
    await new Promise((settled) => setTimeout(settled, 300));
    await sendMails(org.id, { clock: later(2) });
    expect((await mailsOf(org, waveId))["invitation sent"]).toBeLessThan(10);
    await sendMails(org.id, { clock: later(13) });
    real.close();
    expect(await mailsOf(org, waveId)).toMatchObject({ "invitation sent": 10 });
    const ids = server.taken.map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(10);
    const again = ids.length - 10;
    expect(again).toBe(1);
    // Claimed and never marked: the one that was sent, and the four that the other lanes held. Nobody can tell them apart.
    expect(await twice()).toBe(5);
    const read = await (await org.as("hr", later(14))).waves.pulse({ waveId });
    expect(read.mails).toMatchObject({ waiting: 0, sent: 10, maybeTwice: await twice() });
  });

  test("nothing is sent after the close, and a link that was sent says so", async () => {
    await server.stop();
    await sendMails(org.id, { clock: later(1) });
    await advanceWave({ orgId: org.id, waveId }, CLOSING);
    await server.start();
    await sendMails(org.id, { clock: clockAt("2030-10-21T17:00:00Z") });
    // What is out now is told to whoever runs a team or leads a unit, and to nobody else.
    expect(server.taken.filter((mail) => /\/r\//.test(mail.text))).toEqual([]);
    expect(await mailsOf(org, waveId)).toEqual({
      "confirm_list cancelled": 2,
      "invitation cancelled": 10,
      "results_out sent": 3,
    });
  });

  test("past its closing time nothing is sent even if nobody has closed it yet", async () => {
    await sendMails(org.id, { clock: clockAt("2030-10-21T16:00:01Z") });
    expect(server.taken).toHaveLength(0);
    expect(await mailsOf(org, waveId)).toMatchObject({ "invitation cancelled": 10 });
  });

  test("a reminder goes to everyone alike, whoever has answered, in the words of the design", async () => {
    await sendMails(org.id, { clock: later(1) });
    const link = /\/r\/(\S+)/.exec(server.taken[0]?.text ?? "")?.[1] ?? "";
    const answers = { answers: Array(12).fill(4), extra: null, locals: Array(5).fill(null), note: null };
    // The vault looks at its own clock, so that this answer is in.
    expect(await giveToVault(parseLink(link)!, answers)).toBe("received");
    server.taken.length = 0;
    await (await org.as("hr", later(2 * 1440))).waves.remind({ waveId });
    await sendMails(org.id, { clock: later(2 * 1440 + 1) });
    expect(server.taken).toHaveLength(10);
    const alike = new Set(
      server.taken.map((mail) => mail.text.replace(/\/r\/\S+/, "").replace(/^Hello .*$/m, "Hello")),
    );
    expect(alike.size).toBe(1);
    expect([...alike][0]).toContain(
      "We send this to everyone because we do not know who has answered. If you have, thank you: nothing more to do.",
    );
  });
});
