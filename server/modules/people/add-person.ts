import { and, eq } from "drizzle-orm";
import type { AddedPerson, AddPerson } from "#contracts/people.ts";
import { person } from "#db/schema/people.ts";
import { type Member, mintScope } from "#server/authz/index.ts";
import { command } from "#server/kernel/command.ts";
import { forbidden, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { invitePerson } from "#server/modules/accounts/index.ts";
import { insertRole } from "./insert-role.ts";
import { todayOf } from "./queries.ts";

/**
 * Adds somebody to the organisation and returns the link to hand over, once. HR of a branch gives the first role, on a
 * unit of the branch, at once: somebody without any role belongs to no branch.
 *
 * @throws invalid when the address is taken in this organisation, or a branch gives no role; not_found for a unit elsewhere
 */
export const addPerson = command(
  "person.add",
  async (scope: Scope<"person:manage">, input: { member: Member; person: AddPerson }) => {
    const { name, email, role } = input.person;
    if (!role && !scope.everywhere) {
      throw invalid("Give the first role.", { role: "Choose a role and a unit in your part of the organisation." });
    }
    if (!scope.actor.accountId) throw forbidden();
    const [taken] = await scope.tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.orgId, scope.organisation.id), eq(person.email, email)));
    if (taken) {
      throw invalid("This person is already here.", {
        email: scope.everywhere
          ? "Somebody with this e-mail address is already in your organisation."
          : "Somebody with this e-mail address is already in your organisation. Ask HR of the whole organisation to give them a role here.",
      });
    }
    const [made] = await scope.tx
      .insert(person)
      .values({ orgId: scope.organisation.id, name, email })
      .returning({ id: person.id });
    if (!made) throw new Error("the person was not stored");
    const invitation = await invitePerson(scope.tx, scope.clock, {
      orgId: scope.organisation.id,
      personId: made.id,
      email,
      name,
      issuedBy: scope.actor.accountId,
    });
    const audit = [{ subjectId: made.id, subject: name, after: { name, email } as Record<string, string> }];
    if (role) {
      const roleScope = mintScope(scope.tx, scope.actor.accountId, input.member, "role:manage", scope.clock);
      const given = await insertRole(roleScope, {
        person: { id: made.id, name, status: "active" },
        role: role.role,
        unitId: role.unitId,
        startsOn: todayOf(scope),
        endsOn: null,
      });
      audit.push({ subjectId: made.id, subject: name, after: { role: role.role, unit: given.unitName } });
    }
    const view: AddedPerson = { personId: made.id, name, invitation };
    return { view, audit };
  },
);
