import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { StructureRow } from "#contracts/structure.ts";
import { roleAssignment } from "#db/schema/people.ts";
import { unit, unitPlacement } from "#db/schema/register.ts";
import { asSystem } from "#server/authz/index.ts";
import { applyStructureRows } from "#server/modules/register/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

const apply = (org: TestOrganisation, rows: StructureRow[]) =>
  asSystem("Test", "import:run", org.id, (scope) => applyStructureRows(scope, rows));

const unitRow = (code: string, parentCode: string | null, name = `Unit ${code}`): StructureRow => ({
  code,
  name,
  kind: "unit",
  parentCode,
});

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

test("rows add, rename and move units; units that no row names stay", async () => {
  const before = await asSystem("Test", "unit:read", south.id, (s) => s.tx.select().from(unit));
  const counts = await apply(north, [
    unitRow("D1", null, "Housing and homes"),
    { ...unitRow("A1", "D2", "Housing repairs"), kind: "team", supervisorEmail: "new@north.example" },
    unitRow("D3", "D1"),
  ]);
  expect(counts).toMatchObject({ created: 1, renamed: 1, moved: 1, closed: 0, supervisors: 1 });
  await asSystem("Test", "unit:read", north.id, async ({ tx }) => {
    const units = new Map((await tx.select().from(unit)).map((u) => [u.code, u]));
    const { root, d1, d2, a1 } = north.units;
    expect(units.get("D1")?.name).toBe("Housing and homes");
    expect(units.get("A1")?.path).toEqual([root, d2, a1]);
    expect(units.get("D3")?.path).toEqual([root, d1, units.get("D3")?.id]);
    expect(units.get("B1")?.status).toBe("live");
    const placements = await tx.select().from(unitPlacement).where(eq(unitPlacement.unitId, a1));
    expect(placements.map((p) => [p.parentId, p.endsOn === null])).toEqual(
      expect.arrayContaining([
        [d1, false],
        [d2, true],
      ]),
    );
    const roles = await tx.select().from(roleAssignment).where(eq(roleAssignment.unitId, a1));
    expect(roles).toHaveLength(2);
  });
  expect(await asSystem("Test", "unit:read", south.id, (s) => s.tx.select().from(unit))).toEqual(before);
});

test("one wrong row and nothing is written", async () => {
  const before = await snapshot(database.superuserUrl);
  await expect(apply(north, [unitRow("E1", null), unitRow("E2", "NOWHERE")])).rejects.toMatchObject({
    kind: "invalid",
    detail: { errors: [{ row: 2, column: "parent_code", message: "No unit has the code NOWHERE." }] },
  });
  expect(await snapshot(database.superuserUrl)).toEqual(before);
});

test("a moved branch takes everything below it along, and 2,000 units are written in bulk", async () => {
  const rows = Array.from({ length: 2000 }, (_, n) => unitRow(`L${n}`, n < 20 ? null : `L${n % 20}`));
  // Under a second alone; the machine of the tests is shared. Row by row it would take minutes.
  const started = performance.now();
  expect(await apply(south, rows)).toMatchObject({ created: 2000 });
  expect(performance.now() - started).toBeLessThan(6000);
  expect(await apply(south, [unitRow("L1", "L0")])).toMatchObject({ created: 0, moved: 1 });
  await asSystem("Test", "unit:read", south.id, async ({ tx }) => {
    const units = new Map((await tx.select().from(unit)).map((u) => [u.code, u]));
    const at = (code: string) => units.get(code)?.id;
    expect(units.get("L21")?.path).toEqual([south.units.root, at("L0"), at("L1"), at("L21")]);
  });
});
