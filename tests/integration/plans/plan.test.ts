import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { ActionDraft } from "#contracts/plans.ts";
import { roleAssignment } from "#db/schema/people.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
const at = (day: string) => ({ now: () => new Date(`${day}T10:00:00Z`) });
const TODAY = at("2026-11-24");
const FLAGS = { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false };

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  await inTransaction({ orgId: north.id }, (tx) =>
    tx.insert(roleAssignment).values({
      orgId: north.id,
      personId: north.people.nobody.personId,
      role: "supervisor",
      unitId: north.units.a1,
      startsOn: "2026-01-01",
    }),
  );
});

const draft = (changes: Partial<ActionDraft> = {}): ActionDraft => ({
  teamId: north.units.a1,
  side: "lead",
  result: "Everybody can say why",
  steps: ["Say it on Monday"],
  ownerId: north.people.supervisor.personId,
  dueOn: "2026-12-18",
  libraryId: null,
  chosenAnyway: false,
  ...changes,
});
const me = (clock = TODAY) => north.as("supervisor", clock);
const plan = async (clock = TODAY) => (await (await me(clock)).plans.page({})).plan;

describe("a plan", () => {
  test("begins with a result; what is missing is said at its field", async () => {
    const empty = draft({ result: "", steps: [], ownerId: null, dueOn: null });
    await expect((await me()).plans.add(empty)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { detail: { fields: { result: expect.stringMatching(/different/), ownerId: "Choose one person." } } },
    });
    await expect((await me()).plans.add(draft({ dueOn: "2027-01-20" }))).rejects.toThrow();
    await expect((await me()).plans.add(draft({ libraryId: "no-such-action" }))).rejects.toThrow();
    // An action of the other side is not the one that was chosen.
    await expect((await me()).plans.add(draft({ libraryId: "planning-monday-board" }))).rejects.toThrow();
    expect((await plan()).open).toEqual([]);
  });

  test("takes one owner from the team or its line, and nobody else", async () => {
    const page = await (await me()).plans.page({});
    expect(page.owners.map(({ name }) => name).sort()).toEqual(["leader", "nobody", "supervisor"]);
    for (const owner of [north.people.otherSupervisor, north.people.hr, south.people.supervisor]) {
      const caller = await me();
      await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
        caller.plans.add(draft({ ownerId: owner.personId })),
      );
    }
  });

  test("a double click makes one action", async () => {
    const callers = await Promise.all([me(), me(), me()]);
    await Promise.all(callers.map((caller) => caller.plans.add(draft())));
    await callers[0]!.plans.add(draft());
    expect(await plan()).toMatchObject({
      placesLeft: 2,
      open: [{ result: "Everybody can say why", owner: { name: "supervisor" }, daysOver: 0, mismatch: null }],
    });
  });

  test("two at once, of two people, cannot make a fourth", async () => {
    const [one, two] = [await me(), await north.as("nobody", TODAY)];
    const tries = [..."abcd"].map((letter, i) => (i % 2 ? one : two).plans.add(draft({ result: `Result ${letter}` })));
    const ended = await Promise.allSettled(tries);
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(await plan()).toMatchObject({ placesLeft: 0 });
    expect((await plan()).open).toHaveLength(3);
    await expect(one.plans.add(draft({ result: "One more" }))).rejects.toThrow("Three is the limit");
  });

  test("an action that does not fit the call is told so, and may be chosen", async () => {
    const caller = await me();
    const [first] = (await plan()).open;
    await caller.plans.close({ actionId: first!.id, outcome: "kept", learned: "It works.", wouldLose: "" });
    await caller.calls.check({ teamId: north.units.a1, signals: { U: 0, C: 0, I: 3, K: 0 }, flags: FLAGS });
    const said = "This action adds meaning. Your check says the work needs structure first.";
    expect((await caller.plans.page({})).mismatch).toEqual({ lead: said, manage: null });
    await expect(caller.plans.add(draft({ result: "Meaning first" }))).rejects.toMatchObject({
      cause: { detail: { fields: { chosenAnyway: said } } },
    });
    await caller.plans.add(draft({ result: "Meaning first", chosenAnyway: true }));
    expect((await plan()).open.find(({ result }) => result === "Meaning first")?.mismatch).toBe(said);
  });

  test("closes once, with what became of it", async () => {
    const caller = await me();
    const action = (await plan()).open[0]!;
    const closing = { actionId: action.id, outcome: "stopped", learned: "Nobody needed it.", wouldLose: "" } as const;
    await caller.plans.close(closing);
    await caller.plans.close(closing);
    await expect(caller.plans.close({ ...closing, outcome: "kept" })).rejects.toThrow(/closed already/);
    expect((await plan()).closed.find(({ id }) => id === action.id)?.closed).toEqual({
      on: "2026-11-24",
      outcome: "stopped",
      learned: "Nobody needed it.",
    });
  });

  test("the line reads how many are open and overdue, and no words of them", async () => {
    const seen = await (await north.as("leader", at("2026-12-20"))).calls.below({ unitId: north.units.a1 });
    expect(seen.teams[0]?.plan).toEqual({ open: 2, overdue: 2 });
    expect(JSON.stringify(seen)).not.toMatch(/Result|Meaning first|Nobody needed/);
    expect((await plan(at("2026-12-20"))).open[0]?.daysOver).toBe(2);
  });
});

describe("nobody else's", () => {
  test.each(["hr", "branchHr", "leader", "member"] as const)("%s runs no plan", async (who) => {
    const caller = await north.as(who);
    const teamId = north.units.a1;
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.plans.page({ teamId }));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.plans.add(draft()));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.plans.practices({ teamId }));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.plans.playbooks({ teamId }));
  });

  test("another team's plan, action and list are the same miss as a random one", async () => {
    const other = await north.as("otherSupervisor", TODAY);
    const action = (await plan()).open[0]!;
    for (const actionId of [action.id, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
        other.plans.close({ actionId, outcome: "kept", learned: "", wouldLose: "" }),
      );
    }
    for (const teamId of [north.units.a1, south.units.a1, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => other.plans.page({ teamId }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
        other.plans.startPlaybook({ teamId, playbook: "case_backlog" }),
      );
    }
  });
});
