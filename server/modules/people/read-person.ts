import { asc, desc, eq } from "drizzle-orm";
import type { PersonId, PersonStatus, PersonView } from "#contracts/people.ts";
import { roleAssignment } from "#db/schema/people.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readSignIn } from "#server/modules/accounts/index.ts";
import { countRolesElsewhere, mustFindPerson, selectAssignments, todayOf } from "./queries.ts";
import { toAssignmentView } from "./views.ts";

/** Roles kept on the page; older ones are in the audit. */
const SHOWN = 200;

/** One person with every role, past ones too, on units of the scope. */
export async function readPerson(scope: Scope<"person:read">, input: PersonId): Promise<PersonView> {
  const found = await mustFindPerson(scope, input.personId);
  const today = todayOf(scope);
  const rows = await selectAssignments(scope, eq(roleAssignment.personId, found.id))
    .orderBy(desc(roleAssignment.startsOn), asc(roleAssignment.id))
    .limit(SHOWN);
  const signIn = await readSignIn(scope.tx, scope.clock, {
    orgId: found.orgId,
    personId: found.id,
    email: found.email,
    accountId: found.accountId,
  });
  return {
    id: found.id,
    name: found.name,
    email: found.email,
    status: found.status as PersonStatus,
    isSelf: found.id === scope.actor.personId,
    signIn: signIn.state,
    linkUntil: signIn.linkUntil?.toISOString() ?? null,
    assignments: rows.map((r) => toAssignmentView(r, today)),
    rolesElsewhere: await countRolesElsewhere(scope, found.id),
    today,
  };
}
