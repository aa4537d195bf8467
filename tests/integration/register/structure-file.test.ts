import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { StructureExtent } from "#contracts/structure.ts";
import { auditEvent } from "#db/schema/audit.ts";
import { unit } from "#db/schema/register.ts";
import { asSystem } from "#server/authz/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let made = 0;

beforeAll(async () => {
  south = await makeOrganisation("south");
});
beforeEach(async () => {
  north = await makeOrganisation(`north-${made++}`);
});

const upload = (text: string, extent: StructureExtent = "part") => ({
  fileName: "structure.csv",
  content: Buffer.from(text).toString("base64"),
  extent,
});
const HEAD = "code,name,kind,parent_code,supervisor_email\n";

async function expectUnchanged(attempt: () => Promise<unknown>, message: RegExp): Promise<void> {
  const before = await snapshot(database.superuserUrl);
  await expect(attempt()).rejects.toThrow(message);
  expect(await snapshot(database.superuserUrl)).toEqual(before);
}

describe("dry run and apply", () => {
  test("the dry run writes nothing; the same file then does what it said", async () => {
    const hr = await north.as("hr");
    const file = upload(`${HEAD}D1,Homes,unit,,\nV,Voids,team,D1,jo@voids.example\n`);
    const before = await snapshot(database.superuserUrl);
    const dry = await hr.register.previewStructure(file);
    expect(await snapshot(database.superuserUrl)).toEqual(before);
    expect(dry).toMatchObject({ rows: 2, errorCount: 0, confirmation: null, before: 6 });
    expect(dry.counts).toMatchObject({ created: 1, renamed: 1, supervisors: 1, closed: 0 });
    const done = await hr.register.applyStructure({ ...file, hash: dry.hash, confirmation: null });
    expect(done.counts).toEqual(dry.counts);
    expect((await hr.register.tree()).units.find((u) => u.code === "V")).toMatchObject({ supervisors: ["Jo"] });
    const again = await hr.register.previewStructure(file);
    expect(again.counts).toMatchObject({ unchanged: 2, created: 0, renamed: 0 });
    const audits = await asSystem("Test", "audit:read", north.id, ({ tx }) => tx.select().from(auditEvent));
    expect(audits.filter((a) => a.action === "structure.apply")).toMatchObject([
      { after: { file: "structure.csv", rows: 2, created: 1, renamed: 1, moved: 0, closed: 0 } },
    ]);
  });

  test("refused when the structure, the file or the extent has changed since", async () => {
    const hr = await north.as("hr");
    const file = upload(`${HEAD}V,Voids,team,D1,\n`);
    const { hash } = await hr.register.previewStructure(file);
    const other = upload(`${HEAD}W,Voids,team,D1,\n`);
    await expectUnchanged(() => hr.register.applyStructure({ ...other, hash, confirmation: null }), /has changed/);
    await expectUnchanged(
      () => hr.register.applyStructure({ ...file, extent: "whole", hash, confirmation: null }),
      /has changed/,
    );
    await hr.register.rename({ unitId: north.units.b1, name: "Planning applications", code: "B1" });
    await expectUnchanged(() => hr.register.applyStructure({ ...file, hash, confirmation: null }), /has changed/);
  });

  test("over 40% leaving has to be typed", async () => {
    const hr = await north.as("hr");
    const file = upload(`${HEAD}D1,Housing,unit,,\nA1,Housing repairs,team,D1,\n`, "whole");
    const { hash, confirmation, counts } = await hr.register.previewStructure(file);
    expect(counts).toMatchObject({ closed: 4, unchanged: 2 });
    expect(confirmation).toBe("close 4 units");
    for (const typed of [null, "", "close 3 units"]) {
      await expectUnchanged(() => hr.register.applyStructure({ ...file, hash, confirmation: typed }), /close 4 units/);
    }
    await hr.register.applyStructure({ ...file, hash, confirmation: " Close 4 units " });
    expect((await hr.register.tree()).units.map((u) => u.code).sort()).toEqual(["A1", "D1", "ORG"]);
    await expect((await north.as("otherSupervisor")).register.tree()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("errors come by row and column, and nothing can be applied while there are any", async () => {
    const hr = await north.as("hr");
    const file = upload(`${HEAD}V,=Voids,team,D1,\nW,Other,squad,ZZ,nobody\n`);
    const dry = await hr.register.previewStructure(file);
    expect(dry.errors.map((e) => [e.row, e.column])).toEqual([
      [2, "name"],
      [3, "kind"],
      [3, "supervisor_email"],
    ]);
    await expectUnchanged(
      () => hr.register.applyStructure({ ...file, hash: dry.hash, confirmation: null }),
      /still has errors/,
    );
  });

  test("two who apply the same check at once: it happens once", async () => {
    const [one, two] = await Promise.all([north.as("hr"), north.as("hr")]);
    const file = upload(`${HEAD}V,Voids,team,D1,\n`);
    const { hash } = await one.register.previewStructure(file);
    const both = await Promise.allSettled(
      [one, two].map((hr) => hr.register.applyStructure({ ...file, hash, confirmation: null })),
    );
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await one.register.tree()).units.filter((u) => u.code === "V")).toHaveLength(1);
  });
});

describe("who", () => {
  test("HR of a branch brings the branch, and nothing else", async () => {
    const branch = await north.as("branchHr");
    const file = upload(`${HEAD}D1,Homes,unit,,\nA1,Housing repairs,team,D1,\n`, "whole");
    const dry = await branch.register.previewStructure(file);
    expect(dry).toMatchObject({ before: 2, errorCount: 0, counts: { closed: 1, renamed: 1, unchanged: 1 } });
    await branch.register.applyStructure({ ...file, hash: dry.hash, confirmation: dry.confirmation });
    const codes = (await (await north.as("hr")).register.tree()).units.map((u) => u.code).sort();
    expect(codes).toEqual(["A1", "B1", "B2", "D1", "D2", "ORG"]);
    const outside = upload(`${HEAD}B1,Mine now,team,D1,\nN,New,unit,D2,\n`);
    expect((await branch.register.previewStructure(outside)).errors.map((e) => [e.row, e.column])).toEqual([
      [2, "code"],
      [3, "parent_code"],
    ]);
  });

  test("nobody without the structure", async () => {
    const file = upload(`${HEAD}V,Voids,team,D1,\n`);
    for (const as of ["leader", "supervisor", "member"] as const) {
      const caller = await north.as(as);
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.register.previewStructure(file));
      await expectRefused(database.superuserUrl, "FORBIDDEN", () =>
        caller.register.applyStructure({ ...file, hash: "", confirmation: null }),
      );
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.register.structureFile());
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.register.managed());
    }
  });

  test("a code of another organisation is free here, and nothing there changes", async () => {
    const units = () => asSystem("Test", "unit:read", south.id, ({ tx }) => tx.select().from(unit));
    const before = await units();
    await (await south.as("hr")).register.tree();
    const hr = await north.as("hr");
    const file = upload(`${HEAD}D1,Homes,unit,,\n`);
    const { hash } = await hr.register.previewStructure(file);
    await hr.register.applyStructure({ ...file, hash, confirmation: null });
    expect(await units()).toEqual(before);
  });
});

test("what is downloaded comes back unchanged", async () => {
  for (const as of ["hr", "branchHr"] as const) {
    const caller = await north.as(as);
    const { text, fileName } = await caller.register.structureFile();
    expect(fileName).toMatch(/^structure-north-\d+-\d{4}-\d\d-\d\d\.csv$/);
    const dry = await caller.register.previewStructure(upload(text, "whole"));
    expect(dry).toMatchObject({ errorCount: 0, changes: [] });
    expect(dry.counts.unchanged).toBe(as === "hr" ? 6 : 3);
  }
});

test("45 agencies and 234 units in two columns of codes become 279 nodes", async () => {
  const lines = ["agency_code,agency,unit_code,unit,respondents"];
  for (let n = 0; n < 234; n++) lines.push(`AG${n % 45},"Agency ${n % 45}, main",U${n},Unit ${n},${n}`);
  const hr = await north.as("hr");
  const file = upload(lines.join("\n"));
  const dry = await hr.register.previewStructure(file);
  expect(dry).toMatchObject({ layout: "two-level", errorCount: 0, counts: { created: 279 } });
  await hr.register.applyStructure({ ...file, hash: dry.hash, confirmation: null });
  const { units } = await hr.register.tree();
  expect(units).toHaveLength(279 + 7);
  const agency = units.find((u) => u.code === "AG7");
  expect(agency).toMatchObject({ name: "Agency 7, main", kind: "unit", parentId: north.units.root });
  expect(units.find((u) => u.code === "U7")?.parentId).toBe(agency?.id);
});
