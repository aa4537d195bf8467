import { eq } from "drizzle-orm";
import type { RegisterTeam } from "#contracts/register.ts";
import { organisationSetting, teamRegistration } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { placeUnit } from "./place-unit.ts";
import type { TreeNode } from "./structure-rules.ts";
import { type AssignedSupervisor, assignSupervisors } from "./supervisors.ts";

export type Registered = { team: TreeNode; waiting: boolean; supervisor: AssignedSupervisor | null };

/**
 * Stores a registered team below a unit that the caller found in its scope, under the structure's lock: live with its
 * supervisor at once, or waiting for HR, outside the tree and without a role for anybody.
 *
 * @param isHr whoever registers it could approve it
 * @throws invalid with the field's message
 */
export async function placeRegistered(
  scope: Scope<"team:register">,
  parent: TreeNode,
  { registeredBy, isHr, ...wanted }: RegisterTeam & { registeredBy: string; isHr: boolean },
): Promise<Registered> {
  const { name, headcount, workingPattern, supervisorEmail, supervisorName } = wanted;
  const { tx, clock } = scope;
  const orgId = scope.organisation.id;
  const [setting] = await tx.select().from(organisationSetting).where(eq(organisationSetting.orgId, orgId));
  const waiting = !isHr && setting?.teamRegistration !== "live";
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
    : { decision: isHr ? "approved" : "at_once", decidedAt: clock.now(), decidedBy: registeredBy };
  await tx.insert(teamRegistration).values({
    orgId,
    unitId: team.id,
    registeredBy,
    supervisorName,
    supervisorEmail,
    ...decided,
    createdAt: clock.now(),
  });
  if (waiting) return { team, waiting, supervisor: null };
  const [supervisor] = await assignSupervisors(scope, [
    { unitId: team.id, email: supervisorEmail, name: supervisorName },
  ]);
  return { team, waiting, supervisor: supervisor ?? null };
}
