import { type AssessmentFacts, FACTS } from "#contracts/assessments.ts";
import type { CallBasis, CallInput } from "#contracts/calls.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readTeamReading } from "#server/modules/results/index.ts";
import { risksSeen } from "#server/modules/waves/index.ts";
import { findLastAnswers, findLastFacts } from "./queries.ts";
import { shownStatements } from "./reasons.ts";
import { largerRisk, RULE_VERSION } from "./rules.ts";
import { needSeen } from "./second-opinion.ts";

const DAY = 86_400_000;
/** Counts speak of the last four weeks: older ones than a call may be say nothing about today. */
const FACTS_DAYS = 42;
/** Own answers count until the next quarterly wave should have brought new ones. */
const ANSWERS_DAYS = 120;

/**
 * All that is known about a team at the moment of a check: the team's published side unless the own view comes first, the
 * person's own last answers, and the latest counts.
 *
 * @param teamId a team of the scope; the caller has made sure of it
 */
export async function readBasis(
  scope: Scope,
  personId: string,
  teamId: string,
  { signals, flags }: Pick<CallInput, "signals" | "flags">,
): Promise<CallBasis> {
  const since = (days: number) => new Date(scope.clock.now().getTime() - days * DAY);
  const [team, answers, counted] = await Promise.all([
    readTeamReading(scope, teamId),
    findLastAnswers(scope, personId, teamId, since(ANSWERS_DAYS)),
    findLastFacts(scope, teamId, since(FACTS_DAYS)),
  ]);
  const risks = team && { ...team, engagement: team.engagement.risk, delivery: team.delivery.risk };
  const larger = largerRisk(risks, risksSeen(answers));
  return {
    rule: RULE_VERSION,
    input: { signals, flags, largerRisk: larger.side },
    largerRiskFrom: larger.from,
    waveId: team?.waveId ?? null,
    needs: { meaning: needSeen(team?.engagement ?? null), structure: needSeen(team?.delivery ?? null) },
    statements: shownStatements(team?.row ?? null),
    facts: counted && (Object.fromEntries(FACTS.map((fact) => [fact, counted[fact]])) as AssessmentFacts),
  };
}
