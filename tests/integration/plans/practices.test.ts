import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { MovePlaybook } from "#contracts/plans.ts";
import { unitPriority } from "#db/schema/plans.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { openWaveIn, someFacts, someValues } from "../../factories/assessment.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { publishedWave } from "../results/fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
const at = (day: string) => ({ now: () => new Date(`${day}T10:00:00Z`) });
const LOOKED = { kept: "The weekly count", changed: "Nothing", stopped: "The second form" };

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

const me = (day: string, who: "supervisor" | "otherSupervisor" = "supervisor") => north.as(who, at(day));
async function runOf(day: string, who: "supervisor" | "otherSupervisor" = "supervisor") {
  const page = await (await me(day, who)).plans.playbooks({});
  return page.running[0] ?? page.ended[0]!;
}
async function move(day: string, event: MovePlaybook["event"], who: "supervisor" | "otherSupervisor" = "supervisor") {
  const { runId, revision } = await runOf(day, who);
  await (await me(day, who)).plans.movePlaybook({ runId, revision, event });
}

describe("a roll-out", () => {
  const step = (name: "purpose_explained" | "outcome_agreed" | "milestones") =>
    ({ type: "complete", step: name }) as const;

  test("starts once, goes in its order, and an older screen is refused", async () => {
    const caller = await me("2026-10-01");
    const start = { teamId: north.units.a1, playbook: "policy_roll_out" } as const;
    await Promise.all([caller.plans.startPlaybook(start), (await me("2026-10-01")).plans.startPlaybook(start)]);
    expect((await caller.plans.playbooks({})).running).toHaveLength(1);
    await expect(move("2026-10-01", step("outcome_agreed"))).rejects.toThrow("One step comes before this one.");
    const before = await runOf("2026-10-01");
    await move("2026-10-01", step("purpose_explained"));
    await expect(
      caller.plans.movePlaybook({ runId: before.runId, revision: before.revision, event: step("outcome_agreed") }),
    ).rejects.toThrow(/moved on/);
    await move("2026-10-05", step("outcome_agreed"));
  });

  test("its gate opens with published answers, not with a wave that closed before, and not while they are hidden", async () => {
    const good = { a1: people(12, 5, 3), a2: people(12, 4, 4), b1: people(12, 3, 3) };
    await publishedWave(north, "September", "2026-09-30T12:00:00Z", good);
    expect((await runOf("2026-10-10")).gate).toMatchObject({ open: false });
    await expect(move("2026-10-10", step("milestones"))).rejects.toThrow("The gate is not open yet.");
    await publishedWave(north, "October", "2026-10-08T12:00:00Z", { ...good, a1: people(12, 2, 3) });
    expect((await runOf("2026-10-10")).gate).toMatchObject({
      open: false,
      because: expect.stringMatching(/15 October/),
    });
    await publishedWave(north, "Later", "2026-10-09T12:00:00Z", good);
    expect((await runOf("2026-10-10")).gate).toMatchObject({ open: true, because: expect.stringMatching(/answers/) });
  });

  test("or after ten days; a step is opened again only with a reason, together with all that follow", async () => {
    expect((await runOf("2026-10-15")).gate?.open).toBe(true);
    await move("2026-10-15", step("milestones"));
    await move("2026-10-16", { type: "reopen", step: "outcome_agreed", reason: "Two teams heard another one." });
    const run = await runOf("2026-10-16");
    expect(run).toMatchObject({ next: "outcome_agreed", gate: null });
    expect(run.state.reopened).toMatchObject([{ reason: "Two teams heard another one." }]);
  });

  test("leaving it asks what was kept, changed and stopped", async () => {
    await expect(move("2026-10-17", { type: "leave", looked: { ...LOOKED, changed: " " } })).rejects.toThrow();
    await move("2026-10-17", { type: "leave", looked: LOOKED });
    const page = await (await me("2026-10-17")).plans.playbooks({});
    expect([page.running.length, page.ended[0]?.state.ended?.looked]).toEqual([0, LOOKED]);
  });
});

describe("a backlog", () => {
  const who = "otherSupervisor";

  test("its gate opens with three weeks as counted", async () => {
    const caller = await me("2026-10-05", who);
    await caller.plans.startPlaybook({ teamId: north.units.b1, playbook: "case_backlog" });
    for (const step of ["measured", "workflow_mapped", "blockers_removed"] as const) {
      await move("2026-10-05", { type: "complete", step }, who);
    }
    const count = (day: string, weekOf: string, closures: number) =>
      move(day, { type: "count", weekOf, arrivals: 20, closures }, who);
    await count("2026-10-12", "2026-10-05", 20);
    await count("2026-10-19", "2026-10-12", 25);
    await count("2026-10-26", "2026-10-19", 19);
    expect((await runOf("2026-10-26", who)).gate?.open).toBe(false);
    await count("2026-10-26", "2026-10-19", 21);
    expect((await runOf("2026-10-26", who)).gate?.open).toBe(true);
    await expect(count("2026-10-26", "2026-10-26", 21)).rejects.toThrow(/not over/);
  });

  test("or, where no weeks are counted, with the numbers of an assessment, and says so", async () => {
    const caller = await me("2026-10-05");
    await caller.plans.startPlaybook({ teamId: north.units.a1, playbook: "case_backlog" });
    for (const step of ["measured", "workflow_mapped", "blockers_removed"] as const) {
      await move("2026-10-05", { type: "complete", step });
    }
    expect((await runOf("2026-11-24")).gate?.open).toBe(false);
    const waveId = await openWaveIn(north, "Autumn 2026");
    const values = someValues(4, 4, { facts: someFacts({ arrivals: 40, closures: 44 }) });
    const later = await me("2026-11-24");
    await later.assessments.closePart({ waveId, teamId: north.units.a1, basedOn: 0, values, part: 3 });
    expect((await runOf("2026-11-24")).gate).toMatchObject({
      open: true,
      because: expect.stringMatching(/no three weekly counts.*24 November 2026/),
    });
  });
});

describe("purpose, rhythm, waiting", () => {
  const teamId = () => north.units.a1;
  const mine = () => me("2026-11-24");

  test("the purpose names who benefits, serves a priority above, and keeps its history", async () => {
    const [above, foreign] = await Promise.all(
      [north, south].map((org) =>
        inTransaction({ orgId: org.id }, async (tx) => {
          const [row] = await tx
            .insert(unitPriority)
            .values({
              orgId: org.id,
              unitId: org.units.d1,
              position: 1,
              words: "Homes fit to live in",
              personId: org.people.leader.personId,
            })
            .returning({ id: unitPriority.id });
          return row!.id;
        }),
      ),
    );
    const caller = await mine();
    const sentence = "We mend homes so that tenants are warm.";
    await expect(
      caller.plans.savePurpose({ teamId: teamId(), sentence, benefits: "children", priorityId: null }),
    ).rejects.toMatchObject({ cause: { detail: { fields: { benefits: expect.any(String) } } } });
    for (const priorityId of [foreign!, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
        caller.plans.savePurpose({ teamId: teamId(), sentence, benefits: "tenants", priorityId }),
      );
    }
    const first = { teamId: teamId(), sentence: "We mend homes for tenants.", benefits: "tenants", priorityId: null };
    await caller.plans.savePurpose(first);
    await caller.plans.savePurpose(first);
    await (await me("2026-11-25")).plans.savePurpose({
      teamId: teamId(),
      sentence,
      benefits: "tenants",
      priorityId: above!,
    });
    const page = await caller.plans.practices({});
    expect(page.purpose).toMatchObject({ sentence, priority: "Homes fit to live in", by: "supervisor" });
    expect(page.history.map((old) => old.sentence)).toEqual(["We mend homes for tenants."]);
    expect(page.priorities).toEqual([{ id: above, unit: "Housing", words: "Homes fit to live in" }]);
  });

  test("a rhythm says when the next one is due", async () => {
    const caller = await mine();
    const rhythm = { teamId: teamId(), kind: "one_to_one", everyDays: 14, lastHeldOn: "2026-11-09" } as const;
    await caller.plans.saveRhythm(rhythm);
    await caller.plans.saveRhythm({ ...rhythm, everyDays: 28 });
    const page = await caller.plans.practices({});
    expect(page.rhythms).toEqual([
      { kind: "one_to_one", everyDays: 28, lastHeldOn: "2026-11-09", nextBy: "2026-12-07", late: false },
      { kind: "team_review", everyDays: null, lastHeldOn: null, nextBy: null, late: false },
    ]);
    await expect(caller.plans.saveRhythm({ ...rhythm, lastHeldOn: "2026-11-25" })).rejects.toThrow(/still to come/);
    expect((await (await me("2026-12-08")).plans.practices({})).rhythms[0]?.late).toBe(true);
  });

  test("the longest silence stands first; what has come leaves the list", async () => {
    const caller = await mine();
    const add = (who: string, lastContactOn: string) =>
      caller.plans.addWaiting({ teamId: teamId(), who, needed: "A yes", lastContactOn });
    await add("Legal", "2026-11-10");
    await add("Finance", "2026-11-02");
    await add("Legal", "2026-11-10");
    const list = async () => (await caller.plans.practices({})).waiting.filter((w) => w.closedOn === null);
    expect((await list()).map(({ who, silentDays }) => [who, silentDays])).toEqual([
      ["Finance", 22],
      ["Legal", 14],
    ]);
    const [finance] = await list();
    const other = await me("2026-11-24", "otherSupervisor");
    for (const waitingId of [finance!.waitingId, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
        other.plans.updateWaiting({ waitingId, lastContactOn: null, done: true }),
      );
    }
    await caller.plans.updateWaiting({ waitingId: finance!.waitingId, lastContactOn: "2026-11-24", done: false });
    expect((await list()).map(({ who }) => who)).toEqual(["Legal", "Finance"]);
    await caller.plans.updateWaiting({ waitingId: finance!.waitingId, lastContactOn: null, done: true });
    expect((await list()).map(({ who }) => who)).toEqual(["Legal"]);
  });
});
