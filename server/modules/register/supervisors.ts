import { and, eq, inArray } from "drizzle-orm";
import type { Invitation } from "#contracts/organisations.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { conflict, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { endLinksOfOthers, invitePerson } from "#server/modules/accounts/index.ts";
import { today } from "./queries.ts";
import { nameFromEmail } from "./rules.ts";

export type WantedSupervisor = { unitId: string; email: string; name?: string | null };
export type AssignedSupervisor = {
  unitId: string;
  personId: string;
  name: string;
  email: string;
  /** The organisation did not know this address before. */
  isNew: boolean;
};

const CHUNK = 1000;

/** Addresses of people who are suspended or have left: they get no role. */
export async function listBlockedEmails(scope: Scope, emails: readonly string[]): Promise<Set<string>> {
  const blocked = new Set<string>();
  for (const known of await listPeople(scope, emails)) if (known.status !== "active") blocked.add(known.email);
  return blocked;
}

/**
 * Gives each team its supervisor: somebody the organisation knows by that address, or a new person. Whoever is new cannot
 * sign in yet; HR hands over a link. The caller has already found the teams in its scope.
 *
 * @throws invalid when somebody is suspended or has left
 */
export async function assignSupervisors(
  scope: Scope,
  wanted: readonly WantedSupervisor[],
): Promise<AssignedSupervisor[]> {
  if (wanted.length === 0) return [];
  const { tx } = scope;
  const orgId = scope.organisation.id;
  const nameOf = new Map<string, string>();
  for (const { email, name } of wanted) nameOf.set(email, name || (nameOf.get(email) ?? nameFromEmail(email)));
  const emails = [...nameOf.keys()];
  const added = new Set<string>();
  for (let at = 0; at < emails.length; at += CHUNK) {
    const rows = await tx
      .insert(person)
      .values(emails.slice(at, at + CHUNK).map((email) => ({ orgId, email, name: nameOf.get(email) ?? email })))
      .onConflictDoNothing()
      .returning({ id: person.id });
    for (const { id } of rows) added.add(id);
  }
  const known = new Map((await listPeople(scope, emails)).map((p) => [p.email, p]));
  const assigned = wanted.map(({ unitId, email }): AssignedSupervisor => {
    const found = known.get(email);
    if (!found) throw conflict("Somebody changed the people of your organisation just now. Try again.");
    if (found.status !== "active") {
      const message = `${email} is suspended or has left. HR can add them again under People and roles.`;
      throw invalid(message, { supervisorEmail: message });
    }
    return { unitId, personId: found.id, name: found.name, email, isNew: added.has(found.id) };
  });
  const startsOn = today(scope);
  for (let at = 0; at < assigned.length; at += CHUNK) {
    await tx
      .insert(roleAssignment)
      .values(
        assigned
          .slice(at, at + CHUNK)
          .map(({ personId, unitId }) => ({ orgId, personId, unitId, role: "supervisor", startsOn })),
      )
      .onConflictDoNothing();
  }
  const waiting = new Set([...known.values()].filter((p) => p.accountId === null).map((p) => p.id));
  for (const personId of waiting) {
    await endLinksOfOthers(tx, { orgId, personId, actor: scope.actor.accountId }, scope.clock.now());
  }
  return assigned;
}

/**
 * The link by which a supervisor signs in, for HR to hand over; null for everybody else. HR of a branch makes one only for
 * somebody new: a person who is known already may hold roles elsewhere, and the link would open those too.
 */
export async function inviteSupervisor(
  scope: Scope,
  { personId, email, name, isNew }: AssignedSupervisor,
  isHr: boolean,
): Promise<Invitation | null> {
  if (!isHr || !scope.actor.accountId || !(isNew || scope.everywhere)) return null;
  const { accountId: issuedBy } = scope.actor;
  return invitePerson(scope.tx, scope.clock, { orgId: scope.organisation.id, personId, email, name, issuedBy });
}

async function listPeople(scope: Scope, emails: readonly string[]) {
  const found: { id: string; email: string; name: string; status: string; accountId: string | null }[] = [];
  for (let at = 0; at < emails.length; at += CHUNK) {
    found.push(
      ...(await scope.tx
        .select({
          id: person.id,
          email: person.email,
          name: person.name,
          status: person.status,
          accountId: person.accountId,
        })
        .from(person)
        .where(and(eq(person.orgId, scope.organisation.id), inArray(person.email, emails.slice(at, at + CHUNK))))),
    );
  }
  return found;
}
