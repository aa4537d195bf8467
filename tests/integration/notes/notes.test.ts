import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NotesPage } from "#contracts/notes.ts";
import { TABLES } from "#db/inventory.ts";
import { deleteAnswers } from "#server/disclosure/index.ts";
import { publishRelease, withdrawRelease } from "#server/modules/releases/index.ts";
import { publishPulse } from "../../factories/notes.ts";
import { makeOrganisation, type PersonaName, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { openWaveNow } from "../results/fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let waveId: string;
let southWaveId: string;
let superuser: postgres.Sql;

const wrote = (team: string, n: number) => Array.from({ length: n }, (_, i) => `${team} said this, number ${i}.`);
const A1 = [...wrote("repairs", 11), "Zebedee Quill shouts at us, and zebedee  quill knows it."];

beforeAll(async () => {
  superuser = postgres(database.superuserUrl, { max: 2 });
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  waveId = await publishPulse(north, "Autumn 2026", {
    a1: { people: 12, notes: A1 },
    a2: { people: 12, notes: wrote("lettings", 6) },
    b1: { people: 11, notes: wrote("applications", 5) },
  });
  southWaveId = await publishPulse(south, "Autumn 2026", { a1: { people: 9, notes: wrote("few", 9) } });
});
afterAll(() => superuser.end());

const placesOf = ({ places }: NotesPage) => Object.fromEntries(places.map((p) => [p.name, p.notes]));
const listed = async (persona: PersonaName, input: { unitId?: string; waveId?: string } = {}) =>
  (await north.as(persona)).notes.list(input);

describe("where a note is shown", () => {
  test("at the lowest unit where ten people wrote, and not again above it", async () => {
    const page = await listed("hr");
    // Six of Lettings and five of Applications are too few in each of their departments.
    expect(placesOf(page)).toEqual({ "north council": 11, "Housing repairs": 12 });
    const root = await listed("hr", { unitId: north.units.root });
    expect(root.notes.map((n) => n.text).sort()).toEqual([...wrote("lettings", 6), ...wrote("applications", 5)].sort());
    const [row] =
      await superuser`select count(*)::int as n, count(distinct note)::int as texts from release_note where org_id = ${north.id}`;
    expect(row).toEqual({ n: 23, texts: 23 });
  });

  test("too few for anywhere: nobody reads them, and they are gone", async () => {
    expect((await (await south.as("hr")).notes.list({})).wave).toBeNull();
    const [row] = await superuser`select (select count(*)::int from sealed_note) as sealed,
      (select count(*)::int from release_note where org_id = ${south.id}) as shown`;
    expect(row).toEqual({ sealed: 0, shown: 0 });
  });

  test("a published wave without notes is known by name; one that is not published is not", async () => {
    const page = await (await south.as("hr")).notes.list({ waveId: southWaveId });
    expect(page).toMatchObject({
      wave: { waveId: southWaveId, label: "Autumn 2026" },
      waves: [],
      places: [],
      notes: [],
    });
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => listed("hr", { waveId: southWaveId }));
    await superuser`update wave set status = 'withdrawn' where id = ${southWaveId}`;
    await expectRefused(database.superuserUrl, "NOT_FOUND", async () =>
      (await south.as("hr")).notes.list({ waveId: southWaveId }),
    );
  });

  test("in an order that says nothing, without a date", async () => {
    const orders = await Promise.all(
      ["hr", "leader", "supervisor"].map((p) => listed(p as PersonaName, { unitId: north.units.a1 })),
    );
    const texts = orders.map((page) => page.notes.map((n) => n.text));
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[0]).not.toEqual(A1);
    const columns =
      await superuser`select column_name from information_schema.columns where table_name = 'release_note'`;
    expect(columns.map((c) => c.column_name).sort()).toEqual([
      "id",
      "note",
      "org_id",
      "redacted",
      "release_id",
      "unit_id",
    ]);
  });
});

describe("who reads it", () => {
  test.each<[PersonaName, Record<string, number>]>([
    ["leader", { "Housing repairs": 12 }],
    ["branchHr", { "Housing repairs": 12 }],
    ["supervisor", { "Housing repairs": 12 }],
    ["otherSupervisor", {}],
  ])("%s", async (persona, places) => {
    expect(placesOf(await listed(persona))).toEqual(places);
  });

  test("members and others do not, and no id opens what is above or beside", async () => {
    for (const persona of ["member", "nobody"] as const) {
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => listed(persona));
    }
    for (const unitId of [north.units.root, north.units.a2, north.units.d1]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => listed("leader", { unitId }));
    }
    const page = await (await south.as("hr")).notes.list({});
    expect(JSON.stringify(page)).not.toContain("repairs");
    await expectRefused(database.superuserUrl, "NOT_FOUND", async () => (await south.as("hr")).notes.list({ waveId }));
  });

  test("a supervisor's own team waits for the assessment", async () => {
    await openWaveNow(north, "Winter 2027");
    const page = await listed("supervisor");
    expect(page).toMatchObject({ places: [], notes: [], lockedBy: "Winter 2027" });
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => listed("supervisor", { unitId: north.units.a1 }));
    expect(placesOf(await listed("leader"))).toEqual({ "Housing repairs": 12 });
    await superuser`update wave set status = 'withdrawn' where org_id = ${north.id} and label = 'Winter 2027'`;
  });
});

describe("taking words out", () => {
  const noteOf = async () => {
    const page = await listed("hr", { unitId: north.units.a1 });
    return page.notes.find((n) => n.text.includes("Zebedee") || n.redacted)!;
  };

  test("is for HR of the whole organisation", async () => {
    const { noteId } = await noteOf();
    for (const persona of ["leader", "branchHr", "supervisor"] as const) {
      await expectRefused(database.superuserUrl, "FORBIDDEN", async () =>
        (await north.as(persona)).notes.redact({ noteId, words: "Zebedee" }),
      );
    }
    await expectRefused(database.superuserUrl, "NOT_FOUND", async () =>
      (await south.as("hr")).notes.redact({ noteId, words: "Zebedee" }),
    );
    await expect((await north.as("hr")).notes.redact({ noteId, words: "not there" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("leaves them nowhere: not in a table, not in the log of changes, not in the file", async () => {
    const { noteId } = await noteOf();
    const hr = await north.as("hr");
    const changed = await hr.notes.redact({ noteId, words: "Zebedee Quill" });
    expect(changed).toEqual({ noteId, text: "[taken out] shouts at us, and [taken out] knows it.", redacted: true });
    for (const table of Object.keys(TABLES)) {
      const [row] = await superuser.unsafe(`select count(*)::int as n from ${table} t where t::text ilike '%quill%'`);
      expect([table, row?.n]).toEqual([table, 0]);
    }
    const booked = await superuser`select actor, subject, after from audit_event where action = 'note.redact'`;
    expect(booked).toEqual([{ actor: "Hari HR", subject: "Autumn 2026", after: { unit: "Housing repairs" } }]);

    const jobs =
      await superuser`select data from pgboss.job where name = 'release-wave' and data->>'waveId' = ${waveId}`;
    expect(jobs).toHaveLength(1);
    // The job: publishing again changes nothing, and writes the file anew.
    await publishRelease(north.id, waveId);
    await superuser`checkpoint`;
    for (const table of ["release_note", "sealed_note"]) {
      const [file] =
        await superuser`select position('Quill'::bytea in pg_read_binary_file(pg_relation_filepath(${table}))) as at`;
      expect([table, file?.at]).toEqual([table, 0]);
    }
    const published =
      await superuser`select count(*)::int as n from audit_event where action = 'release.publish' and subject_id = ${waveId}`;
    expect(published[0]?.n).toBe(1);
  });
});

test("on the promised day notes go with the answers, and with a withdrawn wave at once", async () => {
  const count = async () =>
    (await superuser`select count(*)::int as n from release_note where org_id = ${north.id}`)[0]?.n;
  expect(await deleteAnswers(north.id, waveId, "2028-11-29")).toBe(0);
  expect(await count()).toBe(23);
  expect(await deleteAnswers(north.id, waveId, "2028-11-30")).toBe(35);
  expect(await count()).toBe(0);
  const other = await publishPulse(north, "Winter 2026", { a1: { people: 12, notes: wrote("again", 12) } });
  expect(await count()).toBe(12);
  await withdrawRelease(north.id, other, "Wrong list", "Hari HR");
  expect(await count()).toBe(0);
  expect((await listed("hr")).wave).toBeNull();
});
