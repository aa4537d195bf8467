import { and, eq } from "drizzle-orm";
import type { PersonId } from "#contracts/people.ts";
import { person } from "#db/schema/people.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { countOtherHr, isOrganisationWideHr, lockRoles } from "./queries.ts";
import { mustActOn } from "./must-act-on.ts";

/**
 * Shuts somebody out of this organisation, from their next request on. Their roles stay as they are, for the day on which
 * they are let in again; their sign-in and other organisations are not touched.
 *
 * @throws refused for oneself, for the last HR admin, and for HR of a branch where the person has a role elsewhere
 */
export const suspendPerson = command("person.suspend", async (scope: Scope<"person:manage">, input: PersonId) => {
  await lockRoles(scope);
  const who = await mustActOn(scope, input.personId);
  if (who.id === scope.actor.personId) throw refused("You cannot suspend yourself. Ask another HR admin.");
  if (who.status !== "active") throw refused(`${who.name} is suspended already.`);
  if ((await isOrganisationWideHr(scope, who.id)) && (await countOtherHr(scope, { personId: who.id })) === 0) {
    throw refused("This is the last HR admin of the whole organisation. Give somebody else that role first.");
  }
  await scope.tx
    .update(person)
    .set({ status: "suspended" })
    .where(and(eq(person.orgId, scope.organisation.id), eq(person.id, who.id)));
  return {
    view: { status: "suspended" as const },
    audit: {
      subjectId: who.id,
      subject: who.name,
      before: { status: who.status },
      after: { status: "suspended" },
    },
  };
});
