import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { countRolesElsewhere, mustFindPerson } from "./queries.ts";

/**
 * Somebody as a whole, not one role of theirs: HR of a branch may do this only to a person whose roles, in force or to
 * come, are all in that branch.
 *
 * @throws not_found, refused
 */
export async function mustActOn(scope: Scope<"person:manage">, personId: string) {
  const who = await mustFindPerson(scope, personId);
  if ((await countRolesElsewhere(scope, who.id)) > 0) {
    throw refused(`${who.name} also has a role outside your part. Ask HR of the whole organisation.`);
  }
  return who;
}
