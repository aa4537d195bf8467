import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { auditEvent } from "#db/schema/audit.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { teamMember, unit } from "#db/schema/register.ts";
import { releaseAudit } from "#db/schema/releases.ts";
import { wave, waveGroup, waveGroupTeam, waveStatement, waveUnit } from "#db/schema/waves.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import type { WaveRow } from "./queries.ts";
import { RUNNING } from "./step-rules.ts";

export const today = (scope: Scope): string => dateIn(scope.organisation.zone, scope.clock.now());

/** Another wave that is under way. */
export async function findRunning(scope: Scope, exceptId: string): Promise<WaveRow | null> {
  const [found] = await scope.tx
    .select()
    .from(wave)
    .where(and(eq(wave.orgId, scope.organisation.id), inArray(wave.status, [...RUNNING]), ne(wave.id, exceptId)));
  return found ?? null;
}

/** What a wave asks, in order. */
export function listStatements(scope: Scope, waveId: string) {
  return scope.tx
    .select({
      code: waveStatement.code,
      part: waveStatement.part,
      en: waveStatement.en,
      cy: waveStatement.cy,
    })
    .from(waveStatement)
    .where(and(eq(waveStatement.orgId, scope.organisation.id), eq(waveStatement.waveId, waveId)))
    .orderBy(asc(waveStatement.position));
}

/** The tree of a wave, parents before children. */
export function listFrozen(scope: Scope, waveId: string) {
  return scope.tx
    .select({
      unitId: waveUnit.unitId,
      parentId: waveUnit.parentId,
      name: waveUnit.name,
      kind: waveUnit.kind,
      path: waveUnit.path,
      headcount: waveUnit.headcount,
      invited: waveUnit.invited,
    })
    .from(waveUnit)
    .where(and(eq(waveUnit.orgId, scope.organisation.id), eq(waveUnit.waveId, waveId)))
    .orderBy(asc(waveUnit.position));
}

/** Everybody on a list today, in the order in which lists are read. */
export function listListed(scope: Scope) {
  const day = today(scope);
  return scope.tx
    .select({
      memberId: teamMember.id,
      unitId: teamMember.unitId,
      email: teamMember.email,
      startsOn: teamMember.startsOn,
    })
    .from(teamMember)
    .where(
      and(
        eq(teamMember.orgId, scope.organisation.id),
        lte(teamMember.startsOn, day),
        or(isNull(teamMember.endsOn), gt(teamMember.endsOn, day)),
      ),
    );
}

export type Runner = { unitId: string; personId: string; name: string; email: string };

/** Who runs which unit today: supervisors of teams, leaders of units. */
export function listRunners(scope: Scope): Promise<Runner[]> {
  const day = today(scope);
  return scope.tx
    .selectDistinct({
      unitId: roleAssignment.unitId,
      personId: person.id,
      name: person.name,
      email: person.email,
    })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.orgId, roleAssignment.orgId), eq(person.id, roleAssignment.personId)))
    .where(
      and(
        eq(roleAssignment.orgId, scope.organisation.id),
        inArray(roleAssignment.role, ["supervisor", "senior_leader"]),
        eq(person.status, "active"),
        isNull(roleAssignment.revokedAt),
        lte(roleAssignment.startsOn, day),
        sql`(${roleAssignment.endsOn} is null or ${roleAssignment.endsOn} >= ${day})`,
      ),
    )
    .orderBy(person.name, person.id);
}

/** Groups of a wave with their teams by name. */
export function listGroupTeams(scope: Scope, waveId: string) {
  const parent = scope.tx
    .select({ id: unit.id, parentName: sql<string>`${unit.name}`.as("parent_name") })
    .from(unit)
    .where(eq(unit.orgId, scope.organisation.id))
    .as("parent");
  return scope.tx
    .select({
      groupId: waveGroup.id,
      name: waveGroup.name,
      parentId: waveGroup.parentId,
      parentName: parent.parentName,
      unitId: waveGroupTeam.unitId,
      teamName: unit.name,
      agreedBy: waveGroupTeam.agreedBy,
    })
    .from(waveGroup)
    .innerJoin(
      waveGroupTeam,
      and(
        eq(waveGroupTeam.orgId, waveGroup.orgId),
        eq(waveGroupTeam.waveId, waveGroup.waveId),
        eq(waveGroupTeam.groupId, waveGroup.id),
      ),
    )
    .innerJoin(unit, and(eq(unit.orgId, waveGroupTeam.orgId), eq(unit.id, waveGroupTeam.unitId)))
    .innerJoin(parent, eq(parent.id, waveGroup.parentId))
    .where(and(eq(waveGroup.orgId, scope.organisation.id), eq(waveGroup.waveId, waveId)))
    .orderBy(waveGroup.name, waveGroup.id, unit.name);
}
export type GroupTeamRow = Awaited<ReturnType<typeof listGroupTeams>>[number];

/** True when the last check of a wave's results found that somebody could be identified. */
export async function isHeldBack(scope: Scope, waveId: string): Promise<boolean> {
  const [failed] = await scope.tx
    .select({ verdict: releaseAudit.verdict })
    .from(releaseAudit)
    .where(
      and(
        eq(releaseAudit.orgId, scope.organisation.id),
        eq(releaseAudit.waveId, waveId),
        eq(releaseAudit.verdict, "failed"),
      ),
    )
    .limit(1);
  return failed !== undefined;
}

/** The reason of a step that was booked for this wave, or null: a step is booked once, whoever resumes it. */
export async function findBooked(
  scope: Scope,
  action: string,
  waveId: string,
): Promise<{ reason: string | null } | null> {
  const [found] = await scope.tx
    .select({ after: auditEvent.after })
    .from(auditEvent)
    .where(
      and(eq(auditEvent.orgId, scope.organisation.id), eq(auditEvent.action, action), eq(auditEvent.subjectId, waveId)),
    )
    .limit(1);
  return found ? { reason: (found.after?.reason as string | undefined) ?? null } : null;
}
