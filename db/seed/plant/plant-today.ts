import { and, eq, isNull } from "drizzle-orm";
import { roleAssignment } from "#db/schema/people.ts";
import { alsoAllowed, asSystem } from "#server/authz/index.ts";
import { nameDeputy, suspendPerson } from "#server/modules/people/index.ts";
import { registerTeam } from "#server/modules/register/index.ts";
import { daysAfter, isoDay } from "../calendar.ts";
import { addressOf } from "../names.ts";
import { NORTHBRIDGE_HELP } from "../organisations/northbridge-help.ts";
import { emailAt } from "../story.ts";
import { act } from "./acting.ts";
import { plantHelp } from "./plant-help.ts";
import { type Planted, unitNamed } from "./plant-organisation.ts";
import type { Accounts } from "./plant-people.ts";

/** What waits for somebody on the day of the demo. */
export async function plantToday(planted: Planted, accounts: Accounts): Promise<void> {
  const { story, codeOf } = planted.cast;
  const { now } = planted.calendar;
  if (!story.today) return;
  const { pending, deputy, suspendedAt } = story.today;
  const personAt = (team: string) => {
    const id = planted.supervisorIds.get(codeOf(team));
    if (!id) throw new Error(`${team} has no supervisor`);
    return id;
  };

  await act(planted.hr, "person:manage", daysAfter(now, -8), (scope) =>
    suspendPerson(scope, { personId: personAt(suspendedAt) }),
  );

  const from = daysAfter(now, -3);
  const assignmentId = await assignmentAt(planted, deputy.absentAt);
  await act(planted.hr, "role:manage", from, (scope) =>
    nameDeputy(scope, {
      personId: personAt(deputy.deputyFrom),
      assignmentId,
      startsOn: isoDay(from),
      endsOn: isoDay(daysAfter(from, 20)),
    }),
  );

  const leader = accounts.get(emailAt(story, pending.by));
  if (!leader) throw new Error(`${pending.by} has no account`);
  await act({ slug: story.slug, accountId: leader }, "team:register", daysAfter(now, -2), (scope, member) =>
    registerTeam(scope, {
      approves: alsoAllowed(member, "team:approve"),
      team: {
        parentId: unitNamed(planted, pending.parent),
        name: pending.name,
        supervisorName: pending.supervisor,
        supervisorEmail: emailAt(story, addressOf(pending.supervisor)),
        headcount: pending.headcount,
        workingPattern: "hybrid",
      },
    }),
  );
  if (story.slug === "northbridge") await plantHelp(planted, accounts, NORTHBRIDGE_HELP);
}

function assignmentAt(planted: Planted, team: string): Promise<string> {
  return asSystem("Demo", "role:read", planted.orgId, async ({ tx }) => {
    const [found] = await tx
      .select({ id: roleAssignment.id })
      .from(roleAssignment)
      .where(
        and(
          eq(roleAssignment.orgId, planted.orgId),
          eq(roleAssignment.unitId, unitNamed(planted, team)),
          eq(roleAssignment.role, "supervisor"),
          isNull(roleAssignment.revokedAt),
        ),
      );
    if (!found) throw new Error(`${team} has no supervisor`);
    return found.id;
  });
}
