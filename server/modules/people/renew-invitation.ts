import type { PersonId } from "#contracts/people.ts";
import { command } from "#server/kernel/command.ts";
import { forbidden, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { invitePerson } from "#server/modules/accounts/index.ts";
import { mustActOn } from "./must-act-on.ts";

/**
 * A new link for somebody who cannot sign in yet; earlier ones end.
 * @throws refused for a suspended person and for one who has chosen a password: a link would take their sign-in over
 */
export const renewInvitation = command("person.invite", async (scope: Scope<"person:manage">, input: PersonId) => {
  const who = await mustActOn(scope, input.personId);
  if (who.status !== "active") throw refused(`${who.name} is suspended. Let them in again first.`);
  if (!scope.actor.accountId) throw forbidden();
  const invitation = await invitePerson(scope.tx, scope.clock, {
    orgId: scope.organisation.id,
    personId: who.id,
    email: who.email,
    name: who.name,
    issuedBy: scope.actor.accountId,
  });
  if (invitation.path === null) throw refused(`${who.name} can sign in already. There is nothing to hand over.`);
  return { view: invitation, audit: { subjectId: who.id, subject: who.name, after: { email: who.email } } };
});
