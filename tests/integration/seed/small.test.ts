import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { type SignIn, seedDemo } from "#db/seed/index.ts";
import { verifyPassword } from "#server/auth/passwords.ts";
import { type Caller, callerFor } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";

const TODAY = new Date("2026-11-24T11:00:00Z");
const clock = { now: () => TODAY };
const database = useDatabase();
const accounts = new Map<string, { id: string; passwordHash: string | null }>();
let signIns: SignIn[];

const urls = () => ({
  app: database.urls.app,
  migrator: database.urls.migrator,
  releaser: database.urls.releaser,
  respondent: database.urls.respondent,
});

beforeAll(async () => {
  ({ signIns } = await seedDemo({ urls: urls(), scenario: "small", clock }));
  const sql = postgres(database.superuserUrl, { max: 1 });
  for (const row of await sql`select id, email, password_hash from account`) {
    accounts.set(row.email, { id: row.id, passwordHash: row.password_hash });
  }
  await sql.end();
}, 120_000);

const as = (email: string, slug: string | null): Promise<Caller> =>
  callerFor(accounts.get(email)?.id ?? "", slug, clock);
const wrenfield = (name: string) => as(`${name}@wrenfield.example`, "wrenfield");
const coastal = (name: string) => as(`${name}@coastal-resilience.example`, "coastal-resilience");

describe("sign-ins", () => {
  test("every printed one works, and opens the organisation it is printed for", async () => {
    expect(signIns.length).toBe(10);
    for (const { email, password, url } of signIns) {
      expect(await verifyPassword(accounts.get(email)?.passwordHash ?? null, password)).toBe(true);
      const slug = url.startsWith("/o/") ? url.slice(3) : null;
      if (slug) expect((await (await as(email, slug)).organisations.home()).demo).toBe(true);
    }
  });

  test("one account belongs to both organisations, the others to one", async () => {
    const me = await (await as("imran.cattermoor@wrenfield.example", null)).account.me();
    expect(me.organisations.map((o) => o.slug)).toEqual(["coastal-resilience", "wrenfield"]);
    const abroad = await as("joel.carrowby@coastal-resilience.example", "wrenfield");
    const nowhere = await as("joel.carrowby@coastal-resilience.example", "no-such-place");
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => abroad.results.table({}));
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => nowhere.results.table({}));
  });

  test("the operator sees the organisations and belongs to none", async () => {
    const operator = await as("operator@bearing.example", null);
    const { organisations } = await operator.installation.list({});
    expect(organisations.map((o) => o.slug).sort()).toEqual(["coastal-resilience", "wrenfield"]);
    const inside = await as("operator@bearing.example", "wrenfield");
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => inside.results.table({}));
  });
});

describe("a senior leader", () => {
  test("reads the latest wave, and its waves keep their trees", async () => {
    const leader = await wrenfield("imran.cattermoor");
    const { table } = await leader.results.table({});
    expect(table?.waves.map((w) => w.label)).toEqual(["Summer 2026", "Spring 2026", "Winter 2025/26"]);
    expect(table?.rows.some((row) => row.name === "Customers and support")).toBe(true);
    expect(table?.rows.some((row) => row.engagement.mark === "hidden")).toBe(true);
    const oldest = await leader.results.table({ waveId: table?.waves.at(-1)?.waveId });
    expect(oldest.table?.rows.some((row) => row.name === "Support")).toBe(true);
  });

  test("sees both other views, where enough supervisors gave them", async () => {
    const leader = await coastal("joel.carrowby");
    const values = async (view: "supervisors" | "counted") =>
      (await leader.results.table({ view })).table?.rows.filter((row) => row.delivery.mark === "value").length ?? 0;
    expect(await values("supervisors")).toBeGreaterThan(5);
    expect(await values("counted")).toBeGreaterThan(5);
  });

  test("does not run waves", async () => {
    const leader = await wrenfield("imran.cattermoor");
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => leader.waves.create({ label: "Mine" }));
  });
});

describe("a supervisor", () => {
  test("owes the assessment of the open wave", async () => {
    const due = await (await wrenfield("skye.harrowden")).assessments.due({});
    expect(due.wave?.label).toBe("Autumn 2026");
    expect(due.teams.map((t) => [t.name, t.due?.started])).toEqual([["Repairs", false]]);
    expect(due.teams[0]?.given.length).toBeGreaterThan(0);
  });
});

describe("HR", () => {
  test("finds a wave that is under way, a team that waits, a deputy and somebody suspended", async () => {
    const hr = await coastal("edith.marlbury");
    const { waves } = await hr.waves.list({});
    expect(waves.map((w) => w.status)).toEqual(["draft", "open", ...Array<string>(6).fill("published")]);
    const next = await hr.waves.read({ waveId: waves[0]?.id ?? "" });
    expect(next.pulse?.welsh).toBe(true);
    expect(next.pulse?.statements.every(({ cy }) => cy !== null)).toBe(true);
    const open = await hr.waves.read({ waveId: waves[1]?.id ?? "" });
    expect(open.progress?.part1).toBeGreaterThan(3);
    expect(open.progress?.part1).toBeLessThan(open.progress?.teams ?? 0);

    const { registrations } = await hr.register.registrations({ waiting: true });
    expect(registrations.map((r) => r.name)).toEqual(["Citizen science"]);
    const { people } = await hr.people.list({ limit: 100 });
    expect(people.filter((p) => p.status === "suspended")).toHaveLength(1);
    expect(people.filter((p) => p.roles.some((r) => r.isDeputy))).toHaveLength(1);
  });
});

describe("what is in place", () => {
  test("purposes and rhythms of most teams, and what new supervisors were given", async () => {
    const { all, newSupervisors } = await (await wrenfield("bethan.sowerly")).coverage.read();
    expect(all.teams).toBe(12);
    expect(all.purposes).toBe(8);
    expect(all.rhythms).toBeGreaterThan(2);
    expect(all.rhythms).toBeLessThan(10);
    expect(all.plans).toBeGreaterThan(1);
    // Wrenfield is younger than a year: all eleven are new. One has been given everything, the others nothing.
    expect(newSupervisors).toEqual({ people: 11, mentors: 1, trainings: 1, checkIns: 1 });
    const elsewhere = await (await coastal("edith.marlbury")).coverage.read();
    expect([elsewhere.all.purposes, elsewhere.newSupervisors.people]).toEqual([17, 0]);
  });

  test("priorities with teams behind them, and one without", async () => {
    const { units, withoutPurpose } = await (await wrenfield("imran.cattermoor")).decisions.priorities();
    const teams = units.flatMap(({ priorities }) => priorities.map((one) => [one.words, one.teams]));
    expect(teams).toEqual([
      ["A clean, safe district", 2],
      ["Repairs right first time", 2],
      ["Decisions in eight weeks", 1],
      ["No complaint about a street twice", 0],
    ]);
    expect(withoutPurpose).toBe(4);
  });

  test("another measure, which says that it is made up", async () => {
    const { measures } = await (await wrenfield("imran.cattermoor")).measures.list();
    expect(measures.map(({ title, years, units }) => [title, years, units.length])).toEqual([
      ["Service rating (fictional)", [2023, 2024, 2025], 3],
    ]);
    expect(measures[0]?.source).toContain("Made up");
    expect((await (await coastal("joel.carrowby")).measures.list()).measures).toEqual([]);
  });
});

test("nothing is seeded twice", async () => {
  const before = await snapshot(database.superuserUrl);
  await expect(seedDemo({ urls: urls(), scenario: "small", clock })).rejects.toMatchObject({ kind: "refused" });
  expect(await snapshot(database.superuserUrl)).toEqual(before);
});

describe("what the last published wave asked beside the twelve", () => {
  test("stands on the page of a unit, with participation, and too few notes for any group stand at the top", async () => {
    const hr = await coastal("joel.carrowby");
    const { table } = await hr.results.table({});
    const root = table?.organisation;
    if (!root) throw new Error("the organisation is not shown");
    const page = await hr.results.unit({ unitId: root.unitId });
    expect(page.further.map(({ code, agreement }) => [code, agreement !== null])).toEqual([
      ["X1", true],
      ["L1", true],
    ]);
    expect(page.row?.participation).toBeGreaterThan(50);
    const notes = await hr.notes.list({});
    expect(notes.places).toEqual([{ unitId: root.unitId, name: root.name, notes: 13 }]);
    expect(notes.notes).toHaveLength(13);
    expect((await (await wrenfield("imran.cattermoor")).notes.list({})).notes).toEqual([]);
  });
});
