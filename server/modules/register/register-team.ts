import { eq } from "drizzle-orm";
import type { RegisterTeam } from "#contracts/register.ts";
import type { RegisteredTeam } from "#contracts/register-views.ts";
import { organisationSetting, teamRegistration } from "#db/schema/register.ts";
import { command } from "#server/kernel/command.ts";
import { forbidden, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { placeUnit } from "./place-unit.ts";
import { lockStructure, mustFindUnit } from "./queries.ts";
import { nameFromEmail } from "./rules.ts";
import { assignSupervisors, inviteSupervisor, listBlockedEmails } from "./supervisors.ts";

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
    const { tx, clock, actor } = scope;
    if (!actor.personId) throw forbidden();
    await lockStructure(scope);
    const parent = await mustFindUnit(scope, input.team.parentId);
    const isHr = parent.path.some((id) => input.approves.includes(id));
    const orgId = scope.organisation.id;
    const [setting] = await tx.select().from(organisationSetting).where(eq(organisationSetting.orgId, orgId));
    const waiting = !isHr && setting?.teamRegistration !== "live";
    if ((await listBlockedEmails(scope, [supervisorEmail])).size > 0) {
      const message = "This person is suspended or has left. Name somebody else, or ask HR.";
      throw invalid(message, { supervisorEmail: message });
    }

    const team = await placeUnit(scope, parent, {
      kind: "team",
      status: waiting ? "pending" : "live",
      name,
      code: null,
      headcount,
      workingPattern,
    });
    const decided = waiting
      ? {}
      : { decision: isHr ? "approved" : "at_once", decidedAt: clock.now(), decidedBy: actor.personId };
    await tx.insert(teamRegistration).values({
      orgId,
      unitId: team.id,
      registeredBy: actor.personId,
      supervisorName,
      supervisorEmail,
      ...decided,
      createdAt: clock.now(),
    });
    const [supervisor] = waiting
      ? []
      : await assignSupervisors(scope, [{ unitId: team.id, email: supervisorEmail, name: supervisorName }]);
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
