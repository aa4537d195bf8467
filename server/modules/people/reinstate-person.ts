import { and, eq } from "drizzle-orm";
import type { PersonId } from "#contracts/people.ts";
import { person } from "#db/schema/people.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustActOn } from "./must-act-on.ts";

/** Lets a suspended person in again, with the roles that are still in force. */
export const reinstatePerson = command("person.reinstate", async (scope: Scope<"person:manage">, input: PersonId) => {
  const who = await mustActOn(scope, input.personId);
  if (who.status !== "suspended") throw refused(`${who.name} is not suspended.`);
  await scope.tx
    .update(person)
    .set({ status: "active" })
    .where(and(eq(person.orgId, scope.organisation.id), eq(person.id, who.id)));
  return {
    view: { status: "active" as const },
    audit: { subjectId: who.id, subject: who.name, before: { status: who.status }, after: { status: "active" } },
  };
});
