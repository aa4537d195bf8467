import { and, asc, desc, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import { assessment, assessmentNote, teamEvent } from "#db/schema/assessments.ts";
import { person } from "#db/schema/people.ts";
import { unit } from "#db/schema/register.ts";
import { wave } from "#db/schema/waves.ts";
import { within } from "#server/authz/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

export type AssessmentRow = typeof assessment.$inferSelect;
export type EventRow = typeof teamEvent.$inferSelect;

/**
 * A team in the scope's own part of the tree, as it stands now.
 * @throws not_found
 */
export async function mustFindTeam(scope: Scope, teamId: string): Promise<{ id: string; name: string }> {
  const [found] = await scope.tx
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(
      and(eq(unit.orgId, scope.organisation.id), eq(unit.id, teamId), eq(unit.kind, "team"), within(scope, unit.path)),
    );
  if (!found) throw notFound("team");
  return found;
}

const isOf = (scope: Scope, waveId: string, teamId: string) =>
  and(eq(assessment.orgId, scope.organisation.id), eq(assessment.waveId, waveId), eq(assessment.teamId, teamId));

export async function findAssessment(scope: Scope, waveId: string, teamId: string): Promise<AssessmentRow | null> {
  const [found] = await scope.tx
    .select()
    .from(assessment)
    .where(isOf(scope, waveId, teamId));
  return found ?? null;
}

/**
 * The one assessment of a team in a wave, locked until this transaction ends; made when it is the first save. `made` says
 * which. Two first saves at once give one row: the second waits here and finds it.
 */
export async function lockOrMake(
  scope: Scope,
  personId: string,
  waveId: string,
  teamId: string,
): Promise<{ row: AssessmentRow; made: boolean }> {
  const orgId = scope.organisation.id;
  const now = scope.clock.now();
  const made = await scope.tx
    .insert(assessment)
    .values({ orgId, waveId, teamId, personId, savedAt: now, createdAt: now })
    .onConflictDoNothing({ target: [assessment.orgId, assessment.waveId, assessment.teamId] })
    .returning();
  if (made[0]) return { row: made[0], made: true };
  const [row] = await scope.tx
    .select()
    .from(assessment)
    .where(isOf(scope, waveId, teamId))
    .for("update");
  if (!row) throw notFound("assessment");
  return { row, made: false };
}

export function listEvents(scope: Scope, waveId: string, teamId: string): Promise<EventRow[]> {
  return scope.tx
    .select()
    .from(teamEvent)
    .where(and(eq(teamEvent.orgId, scope.organisation.id), eq(teamEvent.unitId, teamId), eq(teamEvent.waveId, waveId)))
    .orderBy(asc(teamEvent.happenedOn), asc(teamEvent.kind))
    .limit(20);
}

export async function findPersonName(scope: Scope, personId: string): Promise<string> {
  const [found] = await scope.tx
    .select({ name: person.name })
    .from(person)
    .where(and(eq(person.orgId, scope.organisation.id), eq(person.id, personId)));
  return found?.name ?? "Somebody else";
}

/** The note of whoever asks; a policy lets nobody read another one's. */
export async function findOwnNote(
  scope: Scope,
  personId: string,
  assessmentId: string,
): Promise<{ note: string; savedAt: Date } | null> {
  const [found] = await scope.tx
    .select({ note: assessmentNote.note, savedAt: assessmentNote.savedAt })
    .from(assessmentNote)
    .where(
      and(
        eq(assessmentNote.orgId, scope.organisation.id),
        eq(assessmentNote.assessmentId, assessmentId),
        eq(assessmentNote.personId, personId),
      ),
    );
  return found ?? null;
}

/** The last earlier assessment of a team that came with numbers. */
export async function findLastWithFacts(
  scope: Scope,
  teamId: string,
  exceptWaveId: string,
): Promise<{ label: string; row: AssessmentRow } | null> {
  const [found] = await scope.tx
    .select({ label: wave.label, row: assessment })
    .from(assessment)
    .innerJoin(wave, and(eq(wave.orgId, assessment.orgId), eq(wave.id, assessment.waveId)))
    .where(
      and(
        eq(assessment.orgId, scope.organisation.id),
        eq(assessment.teamId, teamId),
        ne(assessment.waveId, exceptWaveId),
        isNotNull(assessment.part3ClosedAt),
        isNotNull(wave.closedAt),
      ),
    )
    .orderBy(desc(wave.closedAt), desc(wave.id))
    .limit(1);
  return found ?? null;
}

/** Live teams of the scope, by name. The cursor is the last team of the page before. */
export function listTeams(scope: Scope, cursor: string | null, limit: number): Promise<{ id: string; name: string }[]> {
  const orgId = scope.organisation.id;
  const after = cursor
    ? sql`(${unit.name}, ${unit.id}) > (select c.name, c.id from unit c where c.org_id = ${orgId} and c.id = ${cursor})`
    : undefined;
  return scope.tx
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(and(eq(unit.orgId, orgId), eq(unit.kind, "team"), eq(unit.status, "live"), within(scope, unit.path), after))
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(limit);
}

/**
 * What this person gave in closed waves, latest first, at most `perTeam` for each team. Not what somebody gave who had the
 * team before: the risks that a supervisor saw are theirs and their line's (product.md, section 2).
 */
export async function listGiven(
  scope: Scope,
  teamIds: readonly string[],
  perTeam: number,
): Promise<{ waveId: string; teamId: string; label: string; closedAt: Date; row: AssessmentRow }[]> {
  const { personId } = scope.actor;
  if (teamIds.length === 0 || !personId) return [];
  const orgId = scope.organisation.id;
  const numbered = scope.tx
    .select({
      id: assessment.id,
      label: wave.label,
      closedAt: wave.closedAt,
      place:
        sql<number>`row_number() over (partition by ${assessment.teamId} order by ${wave.closedAt} desc, ${wave.id})`.as(
          "place",
        ),
    })
    .from(assessment)
    .innerJoin(wave, and(eq(wave.orgId, assessment.orgId), eq(wave.id, assessment.waveId)))
    .where(
      and(
        eq(assessment.orgId, orgId),
        inArray(assessment.teamId, [...teamIds]),
        eq(assessment.personId, personId),
        inArray(wave.status, ["sealed", "published"]),
        or(
          isNotNull(assessment.part1ClosedAt),
          isNotNull(assessment.part2ClosedAt),
          isNotNull(assessment.part3ClosedAt),
        ),
      ),
    )
    .as("numbered");
  const rows = await scope.tx
    .select({ label: numbered.label, closedAt: numbered.closedAt, row: assessment })
    .from(assessment)
    .innerJoin(numbered, eq(numbered.id, assessment.id))
    .where(and(eq(assessment.orgId, orgId), sql`${numbered.place} <= ${perTeam}`))
    .orderBy(desc(numbered.closedAt));
  return rows.map(({ label, closedAt, row }) => ({
    waveId: row.waveId,
    teamId: row.teamId,
    label,
    closedAt: closedAt ?? row.savedAt,
    row,
  }));
}

export function listAssessments(scope: Scope, waveId: string, teamIds: readonly string[]): Promise<AssessmentRow[]> {
  return scope.tx
    .select()
    .from(assessment)
    .where(
      and(
        eq(assessment.orgId, scope.organisation.id),
        eq(assessment.waveId, waveId),
        inArray(assessment.teamId, [...teamIds]),
      ),
    );
}
