import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Role } from "#contracts/roles.ts";
import { account } from "#db/schema/accounts.ts";
import { membership, person, roleAssignment } from "#db/schema/people.ts";
import { unit, unitPlacement } from "#db/schema/register.ts";
import { appRouter } from "#server/api/root.ts";
import { createSession } from "#server/auth/sessions.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { inTransaction, set, type Transaction } from "#server/kernel/transaction.ts";
import { createOrganisation } from "#server/modules/organisations/index.ts";

export type Persona = { personId: string; accountId: string; email: string };
export type PersonaName = "hr" | "branchHr" | "leader" | "supervisor" | "otherSupervisor" | "member" | "nobody";
export type UnitName = "root" | "d1" | "d2" | "a1" | "a2" | "b1" | "b2";

/**
 * One organisation: root { D1 { A1 12, A2 9 }, D2 { B1 8, B2 3 } }. hr holds the root, branchHr and leader D1, supervisor
 * A1, otherSupervisor B1, member A2; nobody belongs to it without any role.
 */
export type TestOrganisation = {
  id: string;
  slug: string;
  units: Record<UnitName, string>;
  people: Record<PersonaName, Persona>;
  /** A tRPC caller with a real session row. */
  as(persona: PersonaName, clock?: Clock): Promise<Caller>;
};

export type Caller = ReturnType<typeof appRouter.createCaller>;

export async function makeAccount(email: string, name: string): Promise<string> {
  return inTransaction({ accountEmail: email }, async (tx) => {
    const [row] = await tx.insert(account).values({ email, name }).returning({ id: account.id });
    return row!.id;
  });
}

/** A caller for any account, in any organisation it names. */
export async function callerFor(accountId: string, slug: string | null, clock: Clock = systemClock): Promise<Caller> {
  const secret = await inTransaction({ accountId }, (tx) =>
    createSession(tx, accountId, { idleMinutes: 720, absoluteHours: 24 }, clock.now()),
  );
  return appRouter.createCaller({ unverifiedSecret: secret, unverifiedSlug: slug, clock });
}

export const stranger = (slug: string | null): Caller =>
  appRouter.createCaller({ unverifiedSecret: null, unverifiedSlug: slug, clock: systemClock });

const TREE: [UnitName, UnitName, string, string, number | null][] = [
  ["d1", "root", "unit", "Housing", null],
  ["d2", "root", "unit", "Planning", null],
  ["a1", "d1", "team", "Housing repairs", 12],
  ["a2", "d1", "team", "Lettings", 9],
  ["b1", "d2", "team", "Applications", 8],
  ["b2", "d2", "team", "Enforcement", 3],
];

const PEOPLE: [Exclude<PersonaName, "hr">, Role | null, UnitName | null][] = [
  ["branchHr", "hr_admin", "d1"],
  ["leader", "senior_leader", "d1"],
  ["supervisor", "supervisor", "a1"],
  ["otherSupervisor", "supervisor", "b1"],
  ["member", "member", "a2"],
  ["nobody", null, null],
];

export async function makeOrganisation(slug: string): Promise<TestOrganisation> {
  const founder = await makeAccount(`founder@${slug}.example`, "Founder");
  const units = { root: "" } as Record<UnitName, string>;
  const people = {} as Record<PersonaName, Persona>;
  const id = await inTransaction({}, async (tx) => {
    const made = await createOrganisation(
      { accountId: founder, name: "Founder", tx, clock: systemClock },
      { name: `${slug} council`, slug, template: "empty", hrName: "Hari HR", hrEmail: `hr@${slug}.example` },
    );
    units.root = made.rootUnitId;
    await addTree(tx, made.id, units);
    const [hr] = await tx.execute<{ id: string; account_id: string }>(
      sql`select id, account_id from person where email = ${`hr@${slug}.example`}`,
    );
    people.hr = { personId: hr!.id, accountId: hr!.account_id, email: `hr@${slug}.example` };
    for (const [name, role, at] of PEOPLE) {
      people[name] = await addPerson(tx, made.id, slug, name, role, at ? units[at] : null);
    }
    return made.id;
  });
  return { id, slug, units, people, as: (persona, clock) => callerFor(people[persona].accountId, slug, clock) };
}

async function addTree(tx: Transaction, orgId: string, units: Record<UnitName, string>): Promise<void> {
  const paths: Partial<Record<UnitName, string[]>> = { root: [units.root] };
  for (const [name, parent, kind, label, headcount] of TREE) {
    units[name] = randomUUID();
    const path = [...(paths[parent] ?? []), units[name]];
    paths[name] = path;
    await tx
      .insert(unit)
      .values({ orgId, id: units[name], code: name.toUpperCase(), name: label, kind, headcount, path });
    await tx
      .insert(unitPlacement)
      .values({ orgId, unitId: units[name], parentId: units[parent], startsOn: "2026-01-01" });
  }
}

async function addPerson(
  tx: Transaction,
  orgId: string,
  slug: string,
  name: string,
  role: Role | null,
  unitId: string | null,
): Promise<Persona> {
  const email = `${name.toLowerCase()}@${slug}.example`;
  await set(tx, { accountEmail: email });
  const [a] = await tx.insert(account).values({ email, name }).returning({ id: account.id });
  const accountId = a!.id;
  const [p] = await tx.insert(person).values({ orgId, accountId, name, email }).returning({ id: person.id });
  const personId = p!.id;
  await tx.insert(membership).values({ orgId, accountId, personId });
  if (role && unitId) {
    await tx.insert(roleAssignment).values({ orgId, personId, role, unitId, startsOn: "2026-01-01" });
  }
  return { personId, accountId, email };
}
