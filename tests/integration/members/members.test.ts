import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { snapshot } from "../../support/snapshot.ts";
import { listPeople, looksInto } from "../waves/pulse-inputs.ts";

const database = useDatabase();
const { audits } = looksInto(database);
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  await listPeople(north, { a1: 3, b1: 2 });
  await listPeople(south, { a1: 2 });
});

const file = (...rows: string[]) => ({
  fileName: "members.csv",
  content: Buffer.from(["team_code,name,email", ...rows].join("\n")).toString("base64"),
});

describe("a supervisor's list", () => {
  test("a joiner stands on it once, a leaver no more; both are booked", async () => {
    const supervisor = await north.as("supervisor");
    const unitId = north.units.a1;
    const joined = await supervisor.members.add({ unitId, name: " New Face ", email: "New@North.example" });
    expect(joined).toMatchObject({ name: "New Face", email: "new@north.example" });
    expect(await supervisor.members.add({ unitId, name: "Other Name", email: "new@north.example" })).toEqual(joined);
    await supervisor.members.add({ unitId, name: "No Address", email: null });
    await supervisor.members.add({ unitId, name: "no address", email: null });
    expect((await supervisor.members.list({ unitId })).members).toHaveLength(5);
    await supervisor.members.end({ memberId: joined.memberId });
    await supervisor.members.end({ memberId: joined.memberId });
    expect((await supervisor.members.list({ unitId })).members.map((m) => m.name)).not.toContain("New Face");
    expect([await audits(north.id, "member.add"), await audits(north.id, "member.end")]).toEqual([2, 1]);
    // Somebody who comes back is a new line.
    await supervisor.members.add({ unitId, name: "New Face", email: "new@north.example" });
    expect((await supervisor.members.list({ unitId })).members).toHaveLength(5);
  });

  test("other teams, other organisations and random ids are the same miss; without a role nothing is possible", async () => {
    const supervisor = await north.as("supervisor");
    const theirs = (await (await south.as("hr")).members.list({ unitId: south.units.a1 })).members[0]!.memberId;
    const beside = (await (await north.as("hr")).members.list({ unitId: north.units.b1 })).members[0]!.memberId;
    const units = [north.units.b1, south.units.a1, randomUUID()];
    await expectAllRefused(database.superuserUrl, "NOT_FOUND", [
      ...units.map((unitId) => () => supervisor.members.list({ unitId })),
      ...units.map((unitId) => () => supervisor.members.add({ unitId, name: "X", email: null })),
      ...[theirs, beside, randomUUID()].map((memberId) => () => supervisor.members.end({ memberId })),
    ]);
    const nobody = await north.as("nobody");
    const member = await north.as("member");
    await expectAllRefused(database.superuserUrl, "FORBIDDEN", [
      () => nobody.members.own(),
      () => member.members.list({ unitId: north.units.a2 }),
      () => supervisor.members.counts(),
      () => supervisor.members.previewImport(file("A1,Ada,")),
    ]);
  });
});

describe("lists from a file", () => {
  test("first the difference, then the change, and only while nothing has changed", async () => {
    const hr = await north.as("hr");
    const upload = file(
      "B1,Person 0 of b1,p0.b1@north.example",
      "B1,Eve,eve@north.example",
      "D2,Head,head@north.example",
    );
    const before = await snapshot(database.superuserUrl);
    const preview = await hr.members.previewImport(upload);
    expect(preview).toMatchObject({ rows: 3, lists: 2, joins: 2, leaves: 1, unchanged: 1, errorCount: 0 });
    expect(preview.confirmation).toBe("take off 1 person");
    expect(await snapshot(database.superuserUrl)).toEqual(before);

    const apply = { ...upload, hash: preview.hash, confirmation: preview.confirmation };
    await expect(hr.members.applyImport({ ...apply, confirmation: null })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await hr.members.add({ unitId: north.units.b1, name: "Meanwhile", email: null });
    await expect(hr.members.applyImport(apply)).rejects.toMatchObject({ code: "CONFLICT" });
    const again = await hr.members.previewImport(upload);
    expect(await hr.members.applyImport({ ...upload, hash: again.hash, confirmation: again.confirmation })).toEqual({
      joins: 2,
      leaves: 2,
      renamed: 0,
    });
    expect((await hr.members.list({ unitId: north.units.b1 })).members.map((m) => m.name)).toEqual([
      "Eve",
      "Person 0 of b1",
    ]);
    const counts = await hr.members.counts();
    expect(counts.units.map((u) => [u.code, u.people])).toEqual([
      ["A1", 5],
      ["A2", 0],
      ["D2", 1],
      ["B1", 2],
      ["B2", 0],
    ]);
    expect(await audits(north.id, "member.import")).toBe(1);
  });

  test("HR of a branch writes its own part and no other", async () => {
    const branch = await north.as("branchHr");
    const preview = await branch.members.previewImport(file("B1,Ada,ada@north.example", "A2,Bo,"));
    expect(preview.errors).toEqual([expect.objectContaining({ row: 2, column: "team_code" })]);
    expect((await branch.members.counts()).units.map((u) => u.code)).toEqual(["A1", "A2"]);
  });
});
