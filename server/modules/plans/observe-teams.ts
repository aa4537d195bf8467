import { ACTIONS } from "#content/actions/index.ts";
import type { ResultRow, RiskCell } from "#contracts/results.ts";
import type { StatementCode } from "#contracts/statements.ts";
import { roundHalfAway } from "#server/disclosure/formulas.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listExtraRisks } from "#server/modules/results/index.ts";
import { isUnnamed, type Observed } from "./detector-rules.ts";
import {
  countDecisionsWaiting,
  listOverdueMilestones,
  listSupervisors,
  listSupport,
  listWork,
} from "./review-queries.ts";

const FACTS_DAYS = 42;
/** Actions of these kinds set up a check. */
const CHECKS: ReadonlySet<string> = new Set(
  ACTIONS.filter(({ verb }) => verb === "risk" || verb === "standards").map(({ id }) => id),
);

export type ObservedTeam = { teamId: string; personId: string; observed: Observed };

/**
 * What is known of each of these teams and whoever supervises it, for the detectors. One query per source whatever the
 * number of teams. X3 is taken from the latest wave that asked it, decisions from the supervisor's own list.
 *
 * @param rows the teams' own rows of the latest published wave with statements; empty where they may not be read
 */
export async function observeTeams(
  scope: Scope,
  teamIds: readonly string[],
  rows: readonly ResultRow[],
): Promise<ObservedTeam[]> {
  const now = scope.clock.now();
  const today = dateIn(scope.organisation.zone, now);
  const readable = rows.map((row) => row.unitId);
  const [supervisors, work, milestones, settled, decisions] = await Promise.all([
    listSupervisors(scope, teamIds, today),
    listWork(scope, teamIds, today),
    listOverdueMilestones(scope, teamIds, new Date(now.getTime() - FACTS_DAYS * 86_400_000)),
    listExtraRisks(scope, readable, "X3"),
    countDecisionsWaiting(scope, teamIds),
  ]);
  const support = new Map(
    (
      await listSupport(
        scope,
        supervisors.map(({ personId }) => personId),
      )
    ).map((row) => [row.personId, row]),
  );
  const rowOf = new Map(rows.map((row) => [row.unitId, row]));
  // Latest first: the first of a team is kept.
  const settledOf = new Map(settled.toReversed().map(({ teamId, risk }) => [teamId, roundHalfAway(risk)]));
  const milestonesOf = new Map(milestones.map(({ teamId, overdue }) => [teamId, overdue ?? 0]));
  const decisionsOf = new Map(decisions.map(({ teamId, waiting }) => [teamId, waiting]));
  return supervisors.map(({ teamId, personId, since }): ObservedTeam => {
    const row = rowOf.get(teamId) ?? null;
    const own = work.filter((action) => action.teamId === teamId);
    const given = support.get(personId);
    const statement = (code: StatementCode) => riskOf(row?.statements?.find((s) => s.code === code)?.cell);
    const observed: Observed = {
      today,
      supervisor: {
        since,
        mentor: Boolean(given?.mentor),
        trainings: [given?.firstTrainingOn, given?.secondTrainingOn].filter(Boolean).length,
      },
      engagement: riskOf(row?.engagement),
      delivery: riskOf(row?.delivery),
      statements: {
        D3: statement("D3"),
        D4: statement("D4"),
        E2: statement("E2"),
        E4: statement("E4"),
        X3: settledOf.get(teamId) ?? null,
      },
      decisionsWaiting: decisionsOf.get(teamId) ?? 0,
      overdue: own.filter(({ overdue }) => overdue).length + (milestonesOf.get(teamId) ?? 0),
      unnamed: own.filter((action) => action.closedOn === null && isUnnamed(action, today)).length,
      checks: reviewsWithoutFinding(own),
    };
    return { teamId, personId, observed };
  });
}

const riskOf = (cell: RiskCell | undefined): number | null => (cell?.mark === "value" ? cell.risk : null);

/** For each check of the library: reviews in a row, latest first, at which nobody could say what would be lost. */
function reviewsWithoutFinding(
  closedFirst: readonly { libraryId: string | null; closedOn: string | null; wouldLose: string | null }[],
): number[] {
  const byCheck = new Map<string, boolean[]>();
  for (const { libraryId, closedOn, wouldLose } of closedFirst) {
    if (closedOn === null || libraryId === null || !CHECKS.has(libraryId)) continue;
    byCheck.set(libraryId, [...(byCheck.get(libraryId) ?? []), !wouldLose?.trim()]);
  }
  return [...byCheck.values()].map((reviews) => {
    const found = reviews.indexOf(false);
    return found < 0 ? reviews.length : found;
  });
}
