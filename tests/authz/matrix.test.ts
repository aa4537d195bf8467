import { beforeAll, describe, expect, test } from "vitest";
import { OPERATOR_PERMISSIONS, PERMISSIONS, type Permission } from "#contracts/permissions.ts";
import { ROLES, type Role } from "#contracts/roles.ts";
import { type Assignment, enterOrganisation, mintScope, rootsFor } from "#server/authz/index.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { makeOrganisation, type TestOrganisation } from "../factories/organisation.ts";
import { useDatabase } from "../support/database.ts";
import { asSuperuser } from "../support/superuser.ts";

/**
 * Who holds what, written down by hand from product.md, section 2. Not read from the code on purpose: a permission that is
 * added or moved must be written here as well, by somebody who thinks about it.
 *
 *   S supervisor, L senior leader, H HR admin, M member.
 *   "branch": also with an assignment on a unit below the organisation. "whole": only on the organisation itself.
 */
const WRITTEN: Record<string, { roles: string; reach: "branch" | "whole" }> = {
  "organisation:read": { roles: "S L H M", reach: "branch" },
  "organisation:create": { roles: "H", reach: "whole" },
  "setting:manage": { roles: "H", reach: "whole" },
  "unit:read": { roles: "S L H", reach: "branch" },
  "unit:manage": { roles: "H", reach: "branch" },
  "team:register": { roles: "L H", reach: "branch" },
  "team:approve": { roles: "H", reach: "branch" },
  "member:confirm": { roles: "S L H", reach: "branch" },
  "member:manage": { roles: "H", reach: "branch" },
  "person:read": { roles: "H", reach: "branch" },
  "person:manage": { roles: "H", reach: "branch" },
  "role:read": { roles: "H", reach: "branch" },
  "role:manage": { roles: "H", reach: "branch" },
  "wave:read": { roles: "S L H", reach: "branch" },
  "wave:run": { roles: "H", reach: "whole" },
  "assessment:fill": { roles: "S", reach: "branch" },
  "assessment:read": { roles: "L H", reach: "branch" },
  "call:make": { roles: "S", reach: "branch" },
  "call:read": { roles: "L H", reach: "branch" },
  "plan:run": { roles: "S", reach: "branch" },
  "help:ask": { roles: "S", reach: "branch" },
  "help:answer": { roles: "L", reach: "branch" },
  "help:read": { roles: "S L H", reach: "branch" },
  "priority:state": { roles: "L", reach: "branch" },
  "decision:write": { roles: "S", reach: "branch" },
  "coverage:read": { roles: "H", reach: "branch" },
  "result:read": { roles: "S L H", reach: "branch" },
  "certificate:read": { roles: "L H", reach: "branch" },
  "import:run": { roles: "H", reach: "whole" },
  "audit:read": { roles: "H", reach: "whole" },
};
const LETTER: Record<Role, string> = { supervisor: "S", senior_leader: "L", hr_admin: "H", member: "M" };

test("the table has a line for every permission, and no other", () => {
  expect(Object.keys(WRITTEN).sort()).toEqual([...PERMISSIONS].sort());
  expect(Object.keys(LETTER).sort()).toEqual([...ROLES].sort());
});

test("no permission of the operator is one of an organisation", () => {
  expect(OPERATOR_PERMISSIONS).toEqual(["installation:read", "installation:manage"]);
  expect(PERMISSIONS.filter((p) => (OPERATOR_PERMISSIONS as readonly string[]).includes(p))).toEqual([]);
});

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

/** The assignment's place, and whether a unit in each place is reached when the role holds the permission there. */
const PLACES = ["root", "d1"] as const;
const TARGETS = {
  "the organisation itself": { unit: "root", from: { root: true, d1: false } },
  "the own unit": { unit: "d1", from: { root: true, d1: true } },
  "inside the own unit": { unit: "a1", from: { root: true, d1: true } },
  "a sibling unit": { unit: "d2", from: { root: true, d1: false } },
  "inside a sibling unit": { unit: "b1", from: { root: true, d1: false } },
} as const;

type Reached = { everywhere: boolean; reached: Set<string> } | null;

/** What a request of a member with this one assignment may reach, per permission, as `can()` mints it; null: refused. */
async function scopesOf(role: Role, place: (typeof PLACES)[number]): Promise<Map<Permission, Reached>> {
  const who = north.people.nobody;
  const tree = await asSuperuser(database, async (db) => {
    await db`delete from role_assignment where person_id = ${who.personId}`;
    await db`insert into role_assignment (org_id, person_id, role, unit_id, starts_on)
      values (${north.id}, ${who.personId}, ${role}, ${north.units[place]}, '2026-01-01')`;
    return db<{ id: string; path: string[] }[]>`select id, path from unit`;
  });
  return inTransaction({}, async (tx) => {
    const member = await enterOrganisation(tx, who.accountId, north.slug, systemClock);
    return new Map(
      PERMISSIONS.map((permission): [Permission, Reached] => {
        try {
          const { roots, everywhere } = mintScope(tx, who.accountId, member, permission, systemClock);
          const below = tree.filter((u) => u.path.some((id) => roots.includes(id))).map((u) => u.id);
          return [permission, { everywhere, reached: new Set(below) }];
        } catch (error) {
          expect(error).toMatchObject({ kind: "forbidden" });
          return [permission, null];
        }
      }),
    );
  });
}

describe.each(ROLES)("%s", (role) => {
  test.each(PLACES)("on %s: every permission and every place", async (place) => {
    const [own, foreign] = [north.units, new Set(Object.values(south.units))];
    const scopes = await scopesOf(role, place);
    for (const permission of PERMISSIONS) {
      const line = WRITTEN[permission]!;
      const holds = line.roles.split(" ").includes(LETTER[role]) && (line.reach === "branch" || place === "root");
      const scope = scopes.get(permission) ?? null;
      expect(scope !== null, `${role} on ${place}: ${permission}`).toBe(holds);
      if (!scope) continue;
      expect(scope.everywhere).toBe(place === "root");
      for (const [name, target] of Object.entries(TARGETS)) {
        expect(scope.reached.has(own[target.unit]), `${permission} on ${place} reaches ${name}`).toBe(
          target.from[place],
        );
      }
      expect([...scope.reached].filter((id) => foreign.has(id))).toEqual([]);
    }
  });

  test("opens nothing of another organisation", async () => {
    await scopesOf(role, "root");
    const entering = inTransaction({}, (tx) =>
      enterOrganisation(tx, north.people.nobody.accountId, south.slug, systemClock),
    );
    await expect(entering).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("dates", () => {
  const base: Assignment = {
    role: "hr_admin",
    unitId: "u",
    isRoot: true,
    startsOn: "2026-06-01",
    endsOn: "2026-06-30",
    revoked: false,
  };
  test.each([
    ["2026-05-31", false, 0],
    ["2026-06-01", false, 1],
    ["2026-06-30", false, 1],
    ["2026-07-01", false, 0],
    ["2026-06-15", true, 0],
  ])("on %s, revoked %s: %i", (today, revoked, n) => {
    for (const permission of PERMISSIONS.filter((p) => WRITTEN[p]!.roles.includes("H"))) {
      expect(rootsFor([{ ...base, revoked }], permission, today)).toHaveLength(n);
    }
  });
});

test("two assignments are never added up: the permission of one with the place of the other", () => {
  const on = (role: Role, unitId: string): Assignment => ({
    role,
    unitId,
    isRoot: false,
    startsOn: "2026-01-01",
    endsOn: null,
    revoked: false,
  });
  const both = [on("supervisor", "team"), on("senior_leader", "unit"), on("hr_admin", "branch")];
  for (const permission of PERMISSIONS) {
    const { roles, reach } = WRITTEN[permission]!;
    const expected = both
      .filter((a) => reach === "branch" && roles.split(" ").includes(LETTER[a.role]))
      .map((a) => a.unitId);
    expect(rootsFor(both, permission, "2026-06-01"), permission).toEqual(expected);
  }
});
