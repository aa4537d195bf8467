import { beforeEach, describe, expect, test } from "vitest";
import { publishRelease } from "#server/modules/releases/index.ts";
import { type Caller, makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { makeSealedPulse } from "../../factories/sealed-pulse.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { on } from "../help/fixture.ts";

const database = useDatabase();
let made = 0;
let north: TestOrganisation;
let south: TestOrganisation;
let caller: Caller;
const TODAY = on("2026-11-24");
const DECISIONS = ["The rota for January", "A second van", "Who covers Friday", "The new form"];

beforeEach(async () => {
  made += 1;
  north = await makeOrganisation(`north-${made}`);
  south = await makeOrganisation(`south-${made}`);
  caller = await north.as("supervisor", TODAY);
  // In post since January: support is noted, so that this is not what comes first.
  const none = { firstTrainingOn: null, secondTrainingOn: null, lastCheckInOn: null };
  for (const org of [north, south]) {
    await (await org.as("supervisor", TODAY)).plans.saveSupport({ mentor: "Maria", ...none });
  }
});

const found = async (who: Caller = caller) => (await who.plans.worthChecking({})).detector;

describe("decisions are queueing for you", () => {
  /** Twelve in A1 answer X3, from 1 "strongly disagree" to 5; the twelve statements read 25 and 50 (see the factory). */
  async function settled(org: TestOrganisation, x3: number): Promise<void> {
    const asked = [["X3", "extra", "I could settle small things in my work myself."]] as const;
    const waveId = await makeSealedPulse(org, "Autumn", "2026-09-30T12:00:00Z", asked, {
      a1: [{ n: 12, extra: x3 }],
      a2: [{ n: 14, extra: 4 }],
      b1: [{ n: 12, extra: 4 }],
    });
    await publishRelease(org.id, waveId);
    // What those readings mean besides is not what is looked at here.
    const supervisor = await org.as("supervisor", TODAY);
    for (const detector of ["trusted_next_steps_unclear", "agreed_without_name"] as const) {
      await supervisor.plans.setAside({ teamId: org.units.a1, detector, reason: "Known." });
    }
  }
  const wait = (who: Caller, org: TestOrganisation, needed: string) =>
    who.plans.addWaiting({
      teamId: org.units.a1,
      kind: "decision",
      who: "Sam",
      needed,
      lastContactOn: "2026-11-02",
    });

  test("needs the team's word and three decisions on the list", async () => {
    await settled(north, 2);
    expect(await found()).toBeNull();
    await wait(caller, north, DECISIONS[0]!);
    await wait(caller, north, DECISIONS[1]!);
    expect(await found()).toBeNull();
    // Twice the same is one decision, and what the team waits for from others is none.
    await wait(caller, north, DECISIONS[1]!);
    const others = { teamId: north.units.a1, who: "Legal", needed: "A yes", lastContactOn: "2026-11-02" };
    await caller.plans.addWaiting(others);
    expect(await found()).toBeNull();
    await wait(caller, north, DECISIONS[2]!);
    expect(await found()).toBe("decisions_queueing");
    await wait(caller, north, DECISIONS[3]!);
    expect(await found()).toBe("decisions_queueing");

    const { decisions, waiting } = await caller.plans.practices({});
    expect(waiting.map(({ who }) => who)).toEqual(["Legal"]);
    expect(decisions.map(({ needed }) => needed).toSorted()).toEqual(DECISIONS.toSorted());
    expect(decisions[0]).toMatchObject({ who: "Sam", lastContactOn: "2026-11-02", silentDays: 22 });
    for (const { waitingId } of decisions.slice(0, 2)) {
      await caller.plans.updateWaiting({ waitingId, lastContactOn: null, done: true });
    }
    expect(await found()).toBeNull();
    expect((await caller.plans.practices({})).decisions.filter(({ closedOn }) => closedOn === null)).toHaveLength(2);
  });

  test("is not met where the team settles small things itself, however many wait", async () => {
    await settled(north, 4);
    for (const needed of DECISIONS) await wait(caller, north, needed);
    expect(await found()).toBeNull();
  });

  test("is not met while nobody asked the team, and another organisation's list counts for nothing", async () => {
    for (const needed of DECISIONS) await wait(caller, north, needed);
    expect(await found()).toBeNull();
    await settled(south, 2);
    expect(await found(await south.as("supervisor", TODAY))).toBeNull();
  });

  test("the list is its team's alone", async () => {
    await wait(caller, north, DECISIONS[0]!);
    const waitingId = (await caller.plans.practices({})).decisions[0]!.waitingId;
    const other = await north.as("otherSupervisor", TODAY);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => wait(other, north, "Mine"));
    for (const who of [other, await south.as("supervisor", TODAY)]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
        who.plans.updateWaiting({ waitingId, lastContactOn: null, done: true }),
      );
    }
    const leader = await north.as("leader", TODAY);
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => leader.plans.practices({ teamId: north.units.a1 }));
  });
});

describe("agreed, but no name on it", () => {
  const begin = async (dueOn: string, owner: "supervisor" | "leader") =>
    (await north.as("supervisor", on("2026-10-20"))).plans.add({
      teamId: north.units.a1,
      side: "manage",
      result: "Every job has a day",
      steps: ["Read the list aloud"],
      ownerId: north.people[owner].personId,
      dueOn,
      libraryId: null,
      chosenAnyway: false,
    });
  const change = (what: "suspended" | "revoked" | "ended" | "moved") =>
    asSuperuser(database, async (sql) => {
      const { personId } = north.people.leader;
      if (what === "suspended") await sql`update person set status = 'suspended' where id = ${personId}`;
      if (what === "revoked") await sql`update role_assignment set revoked_at = now() where person_id = ${personId}`;
      if (what === "ended") await sql`update role_assignment set ends_on = '2026-11-23' where person_id = ${personId}`;
      if (what === "moved")
        await sql`update role_assignment set unit_id = ${north.units.d2} where person_id = ${personId}`;
    });

  test.each(["suspended", "revoked", "ended", "moved"] as const)(
    "an open action whose owner is %s has no name on it any more, until it is closed",
    async (what) => {
      await begin("2026-12-10", "leader");
      expect(await found()).toBeNull();
      await change(what);
      expect(await found()).toBe("agreed_without_name");
      const [action] = (await caller.plans.page({})).plan.open;
      await caller.plans.close({
        actionId: action!.id,
        outcome: "stopped",
        learned: "Nobody had it.",
        wouldLose: "",
      });
      expect(await found()).toBeNull();
    },
  );

  test("handed over it has a name again; its day stays, and nobody beside the team can have it", async () => {
    await begin("2026-12-10", "leader");
    await change("suspended");
    const [action] = (await caller.plans.page({})).plan.open;
    const actionId = action!.id;
    for (const ownerId of [north.people.otherSupervisor, north.people.leader, south.people.supervisor]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
        caller.plans.handOver({ actionId, ownerId: ownerId.personId }),
      );
    }
    const ownerId = north.people.supervisor.personId;
    for (const who of [await north.as("otherSupervisor", TODAY), await south.as("supervisor", TODAY)]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => who.plans.handOver({ actionId, ownerId }));
    }
    await Promise.all([1, 2].map(() => caller.plans.handOver({ actionId, ownerId })));
    expect((await caller.plans.page({})).plan.open).toMatchObject([{ owner: { id: ownerId }, dueOn: "2026-12-10" }]);
    expect(await found()).toBeNull();
    const audits = await asSuperuser(
      database,
      (sql) => sql`select before, after from audit_event where org_id = ${north.id} and action = 'plan.hand-over'`,
    );
    expect(audits).toEqual([{ before: { person: "leader" }, after: { person: "supervisor" } }]);
    await caller.plans.close({ actionId, outcome: "kept", learned: "", wouldLose: "" });
    await expect(caller.plans.handOver({ actionId, ownerId })).rejects.toThrow(/closed already/);
  });

  test("a day that passed a fortnight ago is no day any more", async () => {
    await begin("2026-11-11", "supervisor");
    expect(await found()).toBeNull();
    expect(await found(await north.as("supervisor", on("2026-11-25")))).toBe("agreed_without_name");
  });
});
