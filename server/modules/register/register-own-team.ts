import { and, eq, inArray } from "drizzle-orm";
import type { RegisterOwnTeam } from "#contracts/register.ts";
import type { RegisteredTeam } from "#contracts/register-views.ts";
import { teamMember } from "#db/schema/register.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { forbidden, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findConfirming, findOwnAddress, listLedUnits, listOwnTeams, listStanding } from "./own-team-queries.ts";
import { placeRegistered } from "./place-registered.ts";
import { lockStructure, mustFindUnit, today } from "./queries.ts";
import type { TreeNode } from "./structure-rules.ts";

/**
 * Whoever leads a unit makes the people who report to them a team, with themselves as its supervisor: then check, call and
 * plan are there as for every supervisor (product notes, section 2). Asked again, it is there already. It waits for HR as
 * every registered team does; live at once, it takes along who stands directly in the unit, never the leader: a supervisor
 * answers the pulse in the team of their own manager.
 *
 * @param input.approves units in which the caller may approve teams
 * @throws not_found for a unit that the caller does not lead; invalid with the field's message
 */
export const registerOwnTeam = command(
  "team.register-own",
  async (scope: Scope<"team:register">, input: { team: RegisterOwnTeam; approves: readonly string[] }) => {
    const { unitId, takePeople, ...wanted } = input.team;
    const { personId, name: leader } = scope.actor;
    if (!personId) throw forbidden();
    await lockStructure(scope);
    const parent = await mustFindUnit(scope, unitId);
    // HR may register any team; this one is the leader's own. For everybody else it does not exist.
    if ((await listLedUnits(scope, parent.id)).length === 0) throw forbidden();
    const [there] = await listOwnTeams(scope, [parent.id]);
    if (there) {
      const view = viewOf(there, leader, there.status === "pending");
      return { view, audit: UNCHANGED };
    }
    const email = await findOwnAddress(scope);
    if (email === null) throw forbidden();
    const { team, waiting } = await placeRegistered(scope, parent, {
      ...wanted,
      parentId: parent.id,
      supervisorEmail: email,
      supervisorName: null,
      registeredBy: personId,
      isHr: parent.path.some((id) => input.approves.includes(id)),
    });
    const people = takePeople && !waiting ? await movePeople(scope, parent, team, email) : 0;
    return {
      view: viewOf(team, leader, waiting),
      audit: {
        subjectId: team.id,
        subject: team.name,
        after: {
          name: team.name,
          code: team.code,
          parent: parent.name,
          headcount: wanted.headcount,
          workingPattern: wanted.workingPattern,
          people,
          status: waiting ? "pending" : "live",
        },
      },
    };
  },
);

const viewOf = (team: { id: string; code: string; name: string }, supervisor: string, waiting: boolean) =>
  ({ id: team.id, code: team.code, name: team.name, waiting, supervisor, invitation: null }) satisfies RegisteredTeam;

/** From the list of the unit itself to that of the team, from today. */
async function movePeople(scope: Scope, from: TreeNode, to: TreeNode, but: string): Promise<number> {
  const people = await listStanding(scope, [from.id], but);
  if (people.length === 0) return 0;
  const confirming = await findConfirming(scope);
  if (confirming) {
    const message = `Lists are being confirmed for ${confirming.label}, which does not know this team. Leave people where they are until it has opened.`;
    throw invalid(message, { takePeople: message });
  }
  const orgId = scope.organisation.id;
  const startsOn = today(scope);
  const ids = people.map(({ id }) => id);
  await scope.tx
    .update(teamMember)
    .set({ endsOn: startsOn })
    .where(and(eq(teamMember.orgId, orgId), inArray(teamMember.id, ids)));
  await scope.tx
    .insert(teamMember)
    .values(people.map(({ name, email }) => ({ orgId, unitId: to.id, name, email, startsOn })));
  return people.length;
}
