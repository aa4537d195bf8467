import { beforeAll, describe, expect, test } from "vitest";
import type { HelpAnswer } from "#contracts/plans.ts";
import { runHelpClock } from "#server/modules/help/index.ts";
import { makeOrganisation, type TestOrganisation, type UnitName } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { alsoLeads, on } from "./fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  await alsoLeads(north, "nobody", "root");
  // Two leaders of the same unit: the second is a deputy.
  await alsoLeads(north, "member", "d1");
});

const YES: HelpAnswer = { kind: "yes_by", by: "2026-12-18", sentence: "A scheduler starts before Christmas." };
const NO: HelpAnswer = { kind: "no_because", sentence: "There is no money for it this year." };
const NOT_MINE: HelpAnswer = { kind: "not_mine", sentence: "The chief executive decides on vans." };

let n = 0;
/** A new request of the repairs team, waiting for the leader of Housing. */
async function asked(day = "2026-11-24"): Promise<string> {
  const me = await north.as("supervisor", on(day));
  for (const { id, status } of (await me.help.ofTeam({})).requests) {
    if (status === "waiting") await me.help.withdraw({ helpId: id });
  }
  return (await me.help.ask({ teamId: north.units.a1, question: `Request ${++n}` })).id;
}

const answer = async (
  persona: "leader" | "member" | "nobody" | "supervisor" | "hr",
  helpId: string,
  given: HelpAnswer,
  { day = "2026-11-25", at = "d1" as UnitName } = {},
) => (await north.as(persona, on(day))).help.answer({ helpId, atUnitId: north.units[at], answer: given });

const clock = (helpId: string, day: string) => runHelpClock({ orgId: north.id, helpId }, on(day));
const read = async (helpId: string, day: string) =>
  (await (await north.as("supervisor", on(day))).help.ofTeam({})).requests.find(({ id }) => id === helpId);

describe("four answers", () => {
  test.each([
    ["yes, by a date", YES],
    ["in part", { kind: "in_part", sentence: "Half of it." } as HelpAnswer],
    ["no, because", NO],
  ])("%s ends it, and the team reads the sentence", async (_, given) => {
    const helpId = await asked();
    const done = await answer("leader", helpId, given);
    expect(done).toMatchObject({
      status: "answered",
      answer: {
        kind: given.kind,
        sentence: given.sentence,
        by: given.kind === "yes_by" ? given.by : null,
        unitName: "Housing",
        personName: "leader",
        on: "2026-11-25",
      },
    });
    expect(await read(helpId, "2026-11-25")).toEqual(done);
    const [audit] = await asSuperuser(
      database,
      (db) =>
        db`select action, subject, before, after from audit_event where subject_id = ${helpId} and action = 'help.answer'`,
    );
    expect(audit).toEqual({
      action: "help.answer",
      subject: "Housing repairs",
      before: { status: "waiting" },
      after: { status: "answered", kind: given.kind },
    });
  });

  test("not mine passes it up with a whole new clock; at the top it has to be answered", async () => {
    const helpId = await asked();
    const passed = await answer("leader", helpId, NOT_MINE, { day: "2026-12-01" });
    expect(passed).toMatchObject({
      status: "waiting",
      at: { name: "north council" },
      dueOn: "2026-12-15",
      answer: null,
    });
    const before = await snapshot(database.superuserUrl);
    await expect(answer("nobody", helpId, NOT_MINE, { day: "2026-12-02", at: "root" })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
    const done = await answer("nobody", helpId, NO, { day: "2026-12-02", at: "root" });
    expect(done.steps.map(({ kind, unitName, personName }) => [kind, unitName, personName])).toEqual([
      ["not_mine", "Housing", "leader"],
      ["no_because", "north council", "nobody"],
    ]);
  });

  test("a day that has gone, and an answer without a sentence, are said at the field", async () => {
    const helpId = await asked();
    const before = await snapshot(database.superuserUrl);
    await expect(answer("leader", helpId, { ...YES, by: "2026-11-24" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { detail: { fields: { by: expect.any(String) } } },
    });
    await expect(answer("leader", helpId, { ...NO, sentence: " " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });
});

describe("twice", () => {
  test("the same answer again, and twenty at once, are one", async () => {
    const helpId = await asked();
    const all = await Promise.all(Array.from({ length: 20 }, () => answer("leader", helpId, YES)));
    expect(new Set(all.map((view) => JSON.stringify(view))).size).toBe(1);
    expect(all[0]?.steps).toHaveLength(1);
    const [audits] = await asSuperuser(
      database,
      (db) => db`select count(*)::int as n from audit_event where subject_id = ${helpId} and action = 'help.answer'`,
    );
    expect(audits).toEqual({ n: 1 });
  });

  test("the same “not mine” again, and twenty at once, do not pass it up twice", async () => {
    const helpId = await asked();
    const all = await Promise.all(Array.from({ length: 20 }, () => answer("leader", helpId, NOT_MINE)));
    expect(new Set(all.map((view) => JSON.stringify(view))).size).toBe(1);
    expect(all[0]?.steps).toHaveLength(1);
  });

  test("one leader passes it up while the other answers: whoever comes second hears it", async () => {
    const helpId = await asked();
    const outcomes = await Promise.allSettled([answer("leader", helpId, NOT_MINE), answer("member", helpId, YES)]);
    const [lost] = outcomes.flatMap((o) => (o.status === "rejected" ? [o.reason] : []));
    expect(lost).toMatchObject({ code: "CONFLICT" });
    expect((await read(helpId, "2026-11-25"))?.steps).toHaveLength(1);
  });

  test("two leaders at once: one answer stands, the other hears whose", async () => {
    const helpId = await asked();
    const outcomes = await Promise.allSettled([answer("leader", helpId, YES), answer("member", helpId, NO)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [lost] = outcomes.flatMap((o) => (o.status === "rejected" ? [o.reason] : []));
    expect(lost).toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/^(leader|member) has answered this meanwhile/),
      cause: { detail: { sentence: expect.any(String) } },
    });
    expect((await read(helpId, "2026-11-25"))?.steps).toHaveLength(1);
  });

  test("after it was taken back, and after it has gone up, the answer is refused with the reason", async () => {
    const first = await asked();
    await (await north.as("supervisor", on("2026-11-24"))).help.withdraw({ helpId: first });
    await expect(answer("leader", first, YES)).rejects.toMatchObject({
      code: "CONFLICT",
      message: "Housing repairs has taken this request back.",
    });
    const second = await asked();
    await clock(second, "2026-12-09");
    await expect(answer("leader", second, YES, { day: "2026-12-09" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "No answer came in time, so this went up to the leader of north council.",
    });
  });
});

describe("the clock", () => {
  test("passes it up on the day after the last one, never before, and once", async () => {
    const helpId = await asked();
    await clock(helpId, "2026-12-08");
    expect(await read(helpId, "2026-12-08")).toMatchObject({ at: { name: "Housing" }, daysLeft: 0, daysOver: 0 });
    await Promise.all([clock(helpId, "2026-12-09"), clock(helpId, "2026-12-09")]);
    expect(await read(helpId, "2026-12-09")).toMatchObject({
      at: { name: "north council" },
      dueOn: "2026-12-23",
      steps: [{ kind: "overdue", unitName: "Housing", personName: null, sentence: null }],
    });
    const [audit] = await asSuperuser(
      database,
      (db) => db`select actor, before, after from audit_event where subject_id = ${helpId} and action = 'help.pass-up'`,
    );
    expect(audit).toEqual({
      actor: "Clock of requests for help",
      before: { unit: "Housing" },
      after: { unit: "north council", kind: "overdue" },
    });
  });

  test("at the top it stays, overdue", async () => {
    const helpId = await asked();
    await clock(helpId, "2026-12-09");
    const before = await snapshot(database.superuserUrl);
    await clock(helpId, "2027-01-04");
    expect(await snapshot(database.superuserUrl)).toEqual(before);
    // The 24th, 29th, 30th and 31st of December and the 4th of January are working days.
    expect(await read(helpId, "2027-01-04")).toMatchObject({ at: { name: "north council" }, daysOver: 5 });
  });

  test("a look on a day that is not over west of London comes again within the hour", async () => {
    const helpId = await asked();
    await asSuperuser(
      database,
      (db) => db`update organisation_setting set zone = 'America/Bogota' where org_id = ${north.id}`,
    );
    try {
      const fivePast = { now: () => new Date("2026-12-09T00:05:00Z") };
      await runHelpClock({ orgId: north.id, helpId }, fivePast);
      expect(await read(helpId, "2026-12-08")).toMatchObject({ at: { name: "Housing" } });
      const jobs = await asSuperuser(
        database,
        (db) =>
          db`select start_after from pgboss.job where name = 'help-clock' and data->>'helpId' = ${helpId} order by 1`,
      );
      expect(jobs.map((job) => (job.start_after as Date).toISOString())).toContain("2026-12-09T01:05:00.000Z");
    } finally {
      await asSuperuser(
        database,
        (db) => db`update organisation_setting set zone = 'Europe/London' where org_id = ${north.id}`,
      );
    }
  });

  test("leaves an answered request alone", async () => {
    const helpId = await asked();
    await answer("leader", helpId, NO);
    const before = await snapshot(database.superuserUrl);
    await clock(helpId, "2027-02-01");
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });
});

describe("who may answer", () => {
  test("only whoever leads the unit that has it: not the leader above, HR, the supervisor or another organisation", async () => {
    const helpId = await asked();
    const before = await snapshot(database.superuserUrl);
    await expect(answer("nobody", helpId, YES)).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      message: "This waits for the leader of Housing.",
    });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
    for (const persona of ["supervisor", "hr"] as const) {
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => answer(persona, helpId, YES));
    }
    await expectRefused(database.superuserUrl, "NOT_FOUND", async () =>
      (await south.as("leader")).help.answer({ helpId, atUnitId: south.units.d1, answer: YES }),
    );
  });
});

describe("the leader's page", () => {
  test("oldest first, what was answered after it, and the share in time of the own units", async () => {
    const fresh = await makeOrganisation("fresh");
    await alsoLeads(fresh, "nobody", "root");
    const at = async (persona: "supervisor" | "leader" | "nobody", day: string) =>
      (await fresh.as(persona, on(day))).help;
    const askOn = async (day: string, question: string) =>
      (await (await at("supervisor", day)).ask({ teamId: fresh.units.a1, question })).id;
    const reply = async (helpId: string, day: string) =>
      (await at("leader", day)).answer({ helpId, atUnitId: fresh.units.d1, answer: { ...NO } });

    const first = await askOn("2026-10-05", "first");
    await askOn("2026-11-20", "newest");
    await askOn("2026-11-02", "older");
    const late = await askOn("2026-10-06", "late");
    await reply(first, "2026-10-08");
    await runHelpClock({ orgId: fresh.id, helpId: late }, on("2026-10-21"));

    const page = await (await at("leader", "2026-11-24")).waiting();
    expect(page.units).toEqual([{ unitId: fresh.units.d1, name: "Housing" }]);
    expect(page.waiting.map(({ question, above }) => [question, above?.name])).toEqual([
      ["older", "fresh council"],
      ["newest", "fresh council"],
    ]);
    expect(page.past.map(({ question }) => question)).toEqual(["late", "first"]);
    // "older" is overdue since the 16th although nobody has looked yet; "newest" still has time.
    expect(page.inTime).toEqual({ inTime: 1, of: 3 });
    expect((await (await at("nobody", "2026-11-24")).waiting()).waiting).toMatchObject([
      { question: "late", above: null, daysOver: 14 },
    ]);

    expect(await (await at("leader", "2026-11-24")).count()).toEqual({ waiting: 2 });
    expect(await (await at("nobody", "2026-11-24")).count()).toEqual({ waiting: 1 });
    expect(await (await at("supervisor", "2026-11-24")).count()).toEqual({ waiting: 0 });
    expect(await (await north.as("member", on("2026-11-24"))).help.count()).toMatchObject({
      waiting: expect.any(Number),
    });
    await expectRefused(database.superuserUrl, "FORBIDDEN", async () => (await fresh.as("hr")).help.waiting());
  });
});
