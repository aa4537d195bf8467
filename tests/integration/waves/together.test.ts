import { beforeAll, describe, expect, test } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { EARLY, listPeople, looksInto, PLAN } from "./pulse-inputs.ts";

const database = useDatabase();
const { audits } = looksInto(database);
let north: TestOrganisation;
let waveId: string;

beforeAll(async () => {
  north = await makeOrganisation("north");
  await makeOrganisation("south");
  await listPeople(north, { a1: 4, a2: 3, b1: 8 });
  await asSuperuser(database, (sql) => sql`update unit set headcount = 6 where org_id = ${north.id} and code = 'B2'`);
  waveId = (await (await north.as("hr", EARLY)).waves.plan(PLAN)).id;
});

const treeOf = (id: string) =>
  asSuperuser(
    database,
    (sql) => sql`select u.name, u.kind, u.unit_id, cardinality(u.path) as depth, p.name as above from wave_unit u
      left join wave_unit p on p.wave_id = u.wave_id and p.unit_id = u.parent_id where u.wave_id = ${id} order by u.position`,
  );

describe("reporting together", () => {
  test("the preview says which teams are too small, what each k costs, and who could report together", async () => {
    const cost = await (await north.as("hr", EARLY)).waves.cost({ waveId });
    // Enforcement has no list, so its head count stands in.
    expect(cost).toMatchObject({ teams: 4, people: 21, fromLists: true, smallCount: 2 });
    expect(cost.small.map((t) => t.name)).toEqual(["Housing repairs", "Lettings"]);
    expect(cost.costs[0]).toMatchObject({ k: 5, all: 2 });
    expect(cost.costs.find((c) => c.k === 9)).toMatchObject({ k: 9, all: 0 });
    expect(cost.proposals).toEqual([
      {
        parentName: "Housing",
        teams: [
          { unitId: north.units.a1, name: "Housing repairs" },
          { unitId: north.units.a2, name: "Lettings" },
        ],
      },
    ]);
  });

  test("a supervisor proposes it; it counts once the other has agreed", async () => {
    const supervisor = await north.as("supervisor", EARLY);
    const own = await supervisor.members.own();
    expect(own.wave).toMatchObject({ waveId, confirming: false });
    expect(own.lists[0]?.siblings).toEqual([{ unitId: north.units.a2, name: "Lettings" }]);
    await supervisor.members.propose({ waveId, name: "Housing together", teamIds: [north.units.a1, north.units.a2] });
    const hr = await north.as("hr", EARLY);
    const [group] = (await hr.waves.pulse({ waveId })).together;
    expect(group).toMatchObject({ name: "Housing together", parentName: "Housing", settled: false });
    expect(group?.teams.map((t) => [t.name, t.agreed])).toEqual([
      ["Housing repairs", true],
      ["Lettings", false],
    ]);
    // The leader of Housing runs Lettings too, as long as it has no supervisor.
    await (await north.as("leader", EARLY)).members.agree({ waveId, groupId: group!.groupId });
    expect((await hr.waves.pulse({ waveId })).together[0]?.settled).toBe(true);
    expect((await hr.waves.cost({ waveId })).smallCount).toBe(2);
    expect(await audits(north.id, "wave.agree-together")).toBe(1);
  });

  test("only siblings, only once, and only teams that one runs", async () => {
    const hr = await north.as("hr", EARLY);
    for (const [teamIds, words] of [
      [[north.units.b1, north.units.a1], "same unit"],
      [[north.units.a1, north.units.a2], "together with others already"],
      [[north.units.d1, north.units.d2], "Only teams"],
    ] as const) {
      await expect(hr.waves.group({ waveId, name: "No", teamIds: [...teamIds] })).rejects.toMatchObject({
        message: expect.stringContaining(words),
      });
    }
    const other = await north.as("otherSupervisor", EARLY);
    const [group] = (await hr.waves.pulse({ waveId })).together;
    await expectAllRefused(database.superuserUrl, "NOT_FOUND", [
      () => other.members.propose({ waveId, name: "No", teamIds: [north.units.a1, north.units.a2] }),
      () => other.members.agree({ waveId, groupId: group!.groupId }),
    ]);
    const member = await north.as("member", EARLY);
    await expectAllRefused(database.superuserUrl, "FORBIDDEN", [
      () => member.members.propose({ waveId, name: "No", teamIds: [north.units.a1, north.units.a2] }),
      () => other.waves.group({ waveId, name: "No", teamIds: [north.units.b1, north.units.b2] }),
      () => other.waves.launch({ waveId }),
      () => other.waves.cost({ waveId }),
    ]);
  });

  test("launching freezes them under a temporary unit; a proposal that nobody answered goes", async () => {
    const other = await north.as("otherSupervisor", EARLY);
    await other.members.propose({ waveId, name: "Planning together", teamIds: [north.units.b1, north.units.b2] });
    const hr = await north.as("hr", EARLY);
    await hr.waves.launch({ waveId });
    const tree = await treeOf(waveId);
    expect(tree.map((u) => [u.name, u.above, u.depth])).toEqual([
      ["north council", null, 1],
      ["Housing", "north council", 2],
      ["Housing together", "Housing", 3],
      ["Housing repairs", "Housing together", 4],
      ["Lettings", "Housing together", 4],
      ["Planning", "north council", 2],
      ["Applications", "Planning", 3],
      ["Enforcement", "Planning", 3],
    ]);
    expect((await hr.waves.pulse({ waveId })).together.map((g) => g.name)).toEqual(["Housing together"]);
    // It is no unit of the structure: nobody sees it, moves it or names a supervisor for it.
    const structure = JSON.stringify(await hr.register.tree());
    expect(structure).toContain("Housing repairs");
    expect(structure).not.toContain("Housing together");
  });

  test("a draft is removed whole", async () => {
    const hr = await north.as("hr", EARLY);
    const { id } = await hr.waves.plan({ ...PLAN, label: "Not this one" });
    await hr.waves.rename({ waveId: id, label: "Nor that one" });
    await hr.waves.group({ waveId: id, name: "Both", teamIds: [north.units.b1, north.units.b2] });
    await hr.waves.remove({ waveId: id });
    const left = await asSuperuser(database, async (sql) => {
      const counts = ["wave_statement", "wave_group", "wave_group_team"].map(
        (t) => sql`select count(*)::int as n from ${sql(t)} where wave_id = ${id}`,
      );
      return (await Promise.all(counts)).map(([row]) => row?.n);
    });
    expect(left).toEqual([0, 0, 0]);
    expect((await hr.waves.list({})).waves.map((w) => w.label)).toEqual(["Autumn 2030"]);
  });
});
