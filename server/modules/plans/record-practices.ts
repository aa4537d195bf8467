import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { ACTIONS } from "#content/actions/index.ts";
import type { ActionDraft, RhythmKind } from "#contracts/plans.ts";
import { planAction, rhythm, supervisorSupport, teamPurpose, unitPriority } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid, notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { latestDue, purposeProblems } from "./rules.ts";

export type RecordedPractices = {
  purposes: readonly {
    teamId: string;
    /** The supervisor who wrote it. */
    personId: string;
    sentence: string;
    benefits: string;
    priorityId: string | null;
    at: Date;
  }[];
  rhythms: readonly { teamId: string; kind: RhythmKind; everyDays: number; lastHeldOn: string }[];
  /** Open ones, as they were chosen from the library under the call that held. */
  actions: readonly (Pick<ActionDraft, "teamId" | "side" | "result" | "steps"> & {
    libraryId: string;
    personId: string;
    callId: string;
    startedOn: string;
    dueOn: string;
  })[];
  support: readonly {
    personId: string;
    mentor: string | null;
    firstTrainingOn: string | null;
    secondTrainingOn: string | null;
    lastCheckInOn: string | null;
  }[];
};

/**
 * Takes what many supervisors have in place at once, for a command of the installation (the demo): purposes, rhythms,
 * open actions, and what those who are new were given. The same rules as one by one; all or nothing.
 *
 * @throws not_found for a team that is not live, or a priority that no unit above its team states; invalid for a sentence
 *   that is no purpose, an action that is not in the library or due too late, or a day to come
 */
export const recordPractices = command(
  "practice.record",
  async (scope: Scope<"wave:run">, given: RecordedPractices) => {
    const { purposes, rhythms, actions, support } = given;
    const orgId = scope.organisation.id;
    const rows = purposes.length + rhythms.length + actions.length + support.length;
    if (rows === 0) return { view: { recorded: 0 }, audit: UNCHANGED };
    await mustFit(scope, given);
    if (purposes.length > 0) {
      await scope.tx
        .insert(teamPurpose)
        .values(purposes.map(({ teamId, at, ...words }) => ({ orgId, unitId: teamId, createdAt: at, ...words })));
    }
    if (rhythms.length > 0) {
      await scope.tx.insert(rhythm).values(rhythms.map(({ teamId, ...row }) => ({ orgId, unitId: teamId, ...row })));
    }
    if (actions.length > 0) {
      await scope.tx.insert(planAction).values(
        actions.map(({ teamId, personId, steps, ...row }) => {
          return { orgId, unitId: teamId, ownerId: personId, createdBy: personId, steps: [...steps], ...row };
        }),
      );
    }
    if (support.length > 0) await scope.tx.insert(supervisorSupport).values(support.map((row) => ({ orgId, ...row })));
    return {
      view: { recorded: rows },
      audit: { subjectId: null, subject: scope.organisation.name, after: { rows } },
    };
  },
);

async function mustFit(scope: Scope, given: RecordedPractices): Promise<void> {
  const { purposes, rhythms, actions, support } = given;
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  const days = [
    ...rhythms.map(({ lastHeldOn }) => lastHeldOn),
    ...actions.map(({ startedOn }) => startedOn),
    ...support.flatMap((one) => [one.firstTrainingOn, one.secondTrainingOn, one.lastCheckInOn]),
  ];
  if (days.some((day) => day !== null && day > today)) throw invalid("A day is still to come.");
  for (const purpose of purposes) {
    const [problem] = Object.values(purposeProblems(purpose));
    if (problem) throw invalid(`“${purpose.sentence}” ${problem}`);
  }
  for (const { libraryId, side, startedOn, dueOn } of actions) {
    const known = ACTIONS.some((action) => action.id === libraryId && action.side === side);
    if (!known) throw invalid("This action is not in the library.");
    if (dueOn <= startedOn || dueOn > latestDue(startedOn)) throw invalid("This action is not due in time.");
  }
  const teamIds = [...new Set([...purposes, ...rhythms, ...actions].map(({ teamId }) => teamId))];
  if (teamIds.length === 0) return;
  const priorities = sql<string[]>`array(select ${unitPriority.id} from ${unitPriority}
    where ${and(eq(unitPriority.orgId, scope.organisation.id), isNull(unitPriority.endedAt))}
      and ${unitPriority.unitId} = any(${unit.path}))`;
  const teams = await scope.tx
    .select({ id: unit.id, priorities })
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        eq(unit.kind, "team"),
        eq(unit.status, "live"),
        inArray(unit.id, teamIds),
      ),
    );
  if (teams.length !== teamIds.length) throw notFound("team");
  const above = new Map(teams.map((team) => [team.id, team.priorities]));
  const served = purposes.every(
    ({ teamId, priorityId }) => priorityId === null || above.get(teamId)?.includes(priorityId),
  );
  if (!served) throw notFound("priority");
}
