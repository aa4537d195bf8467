import { beforeAll, describe, expect, test } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
const clock = { now: () => new Date("2026-11-24T12:00:00Z") };

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

const write = async (said: string, decidedOn = "2026-11-20", teamId = north.units.a1) =>
  (await north.as("supervisor", clock)).decisions.write({
    teamId,
    said,
    decided: "The rota is out four weeks ahead.",
    decidedOn,
  });

describe("you said, we decided", () => {
  test("is written once however often it is sent, newest first, and taken off again", async () => {
    const sent = await Promise.all(Array.from({ length: 10 }, () => write("The rota comes too late.")));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    await write("We never hear back.", "2026-11-23");
    const me = await north.as("supervisor", clock);
    const page = await me.decisions.ofTeam({});
    expect(page).toMatchObject({ team: { name: "Housing repairs" }, today: "2026-11-24", publicPath: "/d/north.A1" });
    expect(page.decisions.map(({ said, on, byName }) => [said, on, byName])).toEqual([
      ["We never hear back.", "2026-11-23", "supervisor"],
      ["The rota comes too late.", "2026-11-20", "supervisor"],
    ]);
    await me.decisions.remove({ decisionId: page.decisions[0]!.id });
    expect((await me.decisions.ofTeam({})).decisions).toHaveLength(1);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
      me.decisions.remove({ decisionId: page.decisions[0]!.id }),
    );
    const audits = await asSuperuser(
      database,
      (db) =>
        db`select action, subject, after from audit_event where org_id = ${north.id} and action like 'decision.%'`,
    );
    // What was said and decided stays out of the audit.
    expect(audits.map(({ action, subject, after }) => [action, subject, after]).sort()).toEqual([
      ["decision.remove", "Housing repairs", null],
      ["decision.write", "Housing repairs", null],
      ["decision.write", "Housing repairs", null],
    ]);
  });

  test("not for a day to come, and not without words", async () => {
    const before = await snapshot(database.superuserUrl);
    await expect(write("Later", "2026-11-25")).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { detail: { fields: { decidedOn: expect.any(String) } } },
    });
    await expect(write("  ")).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test("only for the own team", async () => {
    await expectAllRefused(
      database.superuserUrl,
      "NOT_FOUND",
      [north.units.a2, north.units.b1, north.units.d1, south.units.a1].map(
        (id) => () => write("Mine?", "2026-11-20", id),
      ),
    );
    const page = await (await north.as("supervisor", clock)).decisions.ofTeam({});
    const attempts = (["leader", "hr", "member", "nobody"] as const).map(
      (persona) => async () => (await north.as(persona)).decisions.remove({ decisionId: page.decisions[0]!.id }),
    );
    await expectAllRefused(database.superuserUrl, "FORBIDDEN", attempts);
    for (const org of [north, south]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", async () =>
        (await org.as("otherSupervisor")).decisions.remove({ decisionId: page.decisions[0]!.id }),
      );
    }
  });
});
