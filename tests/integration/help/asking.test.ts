import { beforeAll, describe, expect, test } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { alsoLeads, on } from "./fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  await alsoLeads(north);
});

const ask = async (question: string, day = "2026-11-24") =>
  (await north.as("supervisor", on(day))).help.ask({ teamId: north.units.a1, question });

describe("asking", () => {
  test("before it is sent: who gets it, until when, and who after that", async () => {
    const page = await (await north.as("supervisor", on("2026-11-24"))).help.ofTeam({});
    expect(page).toMatchObject({
      teams: [{ name: "Housing repairs" }],
      team: { name: "Housing repairs" },
      route: {
        to: { name: "Housing" },
        leaders: ["leader"],
        dueOn: "2026-12-08",
        days: 10,
        overdueTo: { name: "north council" },
      },
      requests: [],
      placesLeft: 5,
    });
  });

  test("goes to the leader of the unit above, with ten working days of England and Wales", async () => {
    const asked = await ask("May we hire a scheduler?", "2026-12-18");
    expect(asked).toMatchObject({
      team: { name: "Housing repairs" },
      askedBy: "supervisor",
      askedOn: "2026-12-18",
      status: "waiting",
      at: { name: "Housing" },
      // Christmas Day, Boxing Day (on the 28th instead) and New Year's Day do not count.
      dueOn: "2027-01-06",
      daysLeft: 10,
      daysOver: 0,
      steps: [],
      answer: null,
    });
    const waiting = await (await north.as("leader", on("2026-12-21"))).help.waiting();
    expect(waiting.waiting).toMatchObject([{ question: "May we hire a scheduler?", daysLeft: 9 }]);
  });

  test("the same words twice, twenty times at once, are one request and one audit row", async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => ask("Can somebody decide on the vans?")));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    const audits = await asSuperuser(
      database,
      (db) => db`select subject, after from audit_event where action = 'help.ask' and subject_id = ${asked[0]!.id}`,
    );
    expect(audits).toEqual([{ subject: "Housing repairs", after: { unit: "Housing" } }]);
    const jobs = await asSuperuser(
      database,
      (db) => db`select start_after from pgboss.job where name = 'help-clock' and data->>'helpId' = ${asked[0]!.id}`,
    );
    expect(jobs.map((job) => (job.start_after as Date).toISOString())).toEqual(["2026-12-09T00:05:00.000Z"]);
  });

  test("a sixth waits until one is taken back or answered", async () => {
    for (const n of [3, 4, 5]) await ask(`Request ${n}`);
    const before = await snapshot(database.superuserUrl);
    await expect(ask("Request 6")).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      message: expect.stringContaining("Take one back"),
    });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
    const me = await north.as("supervisor", on("2026-11-24"));
    const { requests } = await me.help.ofTeam({});
    const taken = await me.help.withdraw({ helpId: requests[0]!.id });
    expect(taken).toMatchObject({ status: "withdrawn", steps: [{ kind: "withdrawn", personName: "supervisor" }] });
    expect(await me.help.withdraw({ helpId: taken.id })).toEqual(taken);
    expect(await ask("Request 6")).toMatchObject({ status: "waiting" });
  });

  test("an empty question and one of 401 characters are said at the field", async () => {
    for (const question of ["  ", "x".repeat(401)]) {
      await expect(ask(question)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });
});

describe("whom it reaches", () => {
  test("where the unit above has no leader, the next one up; where nobody leads, the organisation itself", async () => {
    const me = await north.as("otherSupervisor", on("2026-11-24"));
    expect((await me.help.ofTeam({})).route).toMatchObject({
      to: { name: "north council" },
      leaders: ["nobody"],
      overdueTo: null,
    });
    const there = await south.as("otherSupervisor", on("2026-11-24"));
    expect((await there.help.ofTeam({})).route).toMatchObject({
      to: { name: "south council" },
      leaders: [],
      overdueTo: null,
    });
    expect(await there.help.ask({ teamId: south.units.b1, question: "Who decides?" })).toMatchObject({
      at: { name: "south council" },
    });
  });

  test("nobody answers their own request: a supervisor who leads the unit too asks the one above", async () => {
    await alsoLeads(north, "otherSupervisor", "d2");
    const me = await north.as("otherSupervisor", on("2026-11-24"));
    expect(await me.help.ask({ teamId: north.units.b1, question: "May I?" })).toMatchObject({
      at: { name: "north council" },
    });
  });

  test("a leader whose time has ended, or not begun, is passed over", async () => {
    await alsoLeads(south, "nobody", "d1", { endsOn: "2026-11-23" });
    await alsoLeads(south, "member", "d1", { startsOn: "2026-11-25" });
    const me = await south.as("supervisor", on("2026-11-24"));
    expect((await me.help.ofTeam({})).route).toMatchObject({ leaders: ["leader"] });
  });
});

describe("who may not", () => {
  test("ask for another team, or without supervising one", async () => {
    const refuse = (persona: "leader" | "hr" | "member" | "nobody") => async () =>
      (await north.as(persona)).help.ask({ teamId: north.units.a1, question: "Please?" });
    await expectAllRefused(
      database.superuserUrl,
      "FORBIDDEN",
      (["leader", "hr", "member", "nobody"] as const).map(refuse),
    );
    await expectAllRefused(
      database.superuserUrl,
      "NOT_FOUND",
      [north.units.a2, north.units.b1, north.units.d1, south.units.a1].map(
        (teamId) => async () => (await north.as("supervisor")).help.ask({ teamId, question: "Please?" }),
      ),
    );
  });

  test("read another team's requests; the line and HR read those of their part", async () => {
    const read = async (persona: "supervisor" | "leader" | "branchHr" | "hr", teamId: string) =>
      (await north.as(persona)).help.ofTeam({ teamId });
    for (const persona of ["leader", "branchHr", "hr"] as const) {
      expect(await read(persona, north.units.a1)).toMatchObject({ team: { name: "Housing repairs" }, route: null });
    }
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => read("supervisor", north.units.b1));
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => read("leader", north.units.b1));
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => read("hr", south.units.a1));
    await expectRefused(database.superuserUrl, "FORBIDDEN", async () => (await north.as("member")).help.ofTeam({}));
  });

  test("take back another team's request", async () => {
    const { requests } = await (await north.as("hr")).help.ofTeam({ teamId: north.units.a1 });
    const helpId = requests[0]!.id;
    await expectRefused(database.superuserUrl, "NOT_FOUND", async () =>
      (await north.as("otherSupervisor")).help.withdraw({ helpId }),
    );
    await expectRefused(database.superuserUrl, "FORBIDDEN", async () =>
      (await north.as("leader")).help.withdraw({ helpId }),
    );
    await expectRefused(database.superuserUrl, "NOT_FOUND", async () =>
      (await south.as("supervisor")).help.withdraw({ helpId }),
    );
  });
});
