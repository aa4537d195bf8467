import type { RegisterTeam } from "#contracts/register.ts";
import type { RegisteredTeam } from "#contracts/register-views.ts";
import { command } from "#server/kernel/command.ts";
import { forbidden, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { placeRegistered } from "./place-registered.ts";
import { lockStructure, mustFindUnit } from "./queries.ts";
import { nameFromEmail } from "./rules.ts";
import { inviteSupervisor, listBlockedEmails } from "./supervisors.ts";

/**
 * Somebody who leads a unit, or HR, registers a team below it. It is live at once for whoever could approve it, or when
 * the organisation has decided so; else it waits, outside the tree, and its supervisor gets the role with HR's yes.
 *
 * @param input.approves units in which the caller may approve teams
 * @throws not_found for a unit outside the scope; invalid with the field's message
 */
export const registerTeam = command(
  "team.register",
  async (scope: Scope<"team:register">, input: { team: RegisterTeam; approves: readonly string[] }) => {
    const { name, headcount, workingPattern, supervisorEmail, supervisorName } = input.team;
    const { actor } = scope;
    if (!actor.personId) throw forbidden();
    await lockStructure(scope);
    const parent = await mustFindUnit(scope, input.team.parentId);
    const isHr = parent.path.some((id) => input.approves.includes(id));
    if ((await listBlockedEmails(scope, [supervisorEmail])).size > 0) {
      const message = "This person is suspended or has left. Name somebody else, or ask HR.";
      throw invalid(message, { supervisorEmail: message });
    }

    const { team, waiting, supervisor } = await placeRegistered(scope, parent, {
      ...input.team,
      registeredBy: actor.personId,
      isHr,
    });
    const view: RegisteredTeam = {
      id: team.id,
      code: team.code,
      name,
      waiting,
      // While it waits, only what was typed: whether the organisation knows the address is not told to whoever asks.
      supervisor: supervisorName ?? (isHr && supervisor ? supervisor.name : nameFromEmail(supervisorEmail)),
      invitation: supervisor ? await inviteSupervisor(scope, supervisor, isHr) : null,
    };
    return {
      view,
      audit: {
        subjectId: team.id,
        subject: name,
        after: {
          name,
          code: team.code,
          parent: parent.name,
          headcount,
          workingPattern,
          email: supervisorEmail,
          status: waiting ? "pending" : "live",
        },
      },
    };
  },
);
