import { type AssessmentPart, type AssessmentValues, FACTS } from "#contracts/assessments.ts";
import { FLAGS, SIGNALS, type Signal } from "#contracts/signals.ts";
import { STATEMENT_CODES, type StatementCode } from "#contracts/statements.ts";
import { daysAfter, isoDay, type WaveDates } from "./calendar.ts";
import type { Cast, CastTeam } from "./cast.ts";
import { type Random, seeded } from "./prng.ts";
import { axisRisk, type TrueRisks, trueRisks } from "./risks.ts";

export type Given = { values: AssessmentValues; parts: AssessmentPart[]; savedAt: Date };

/** Supervisors see their own team more kindly than the team does: a third of a standard deviation between people. */
export const KINDER = 6.5;

/** Which statements a signal of the quick test rests on. */
const EVIDENCE: Record<Signal, readonly StatementCode[]> = {
  U: ["D1", "D2", "D3"],
  C: ["D4", "D5", "D6"],
  I: ["E3", "E5", "E6"],
  K: ["E2", "E4"],
};
/** Risk seen from which a signal is there a little, clearly, severely. */
const STRENGTH = [30, 39, 50] as const;

const SKIPPED = 0.03;

/** What the supervisor of a team gives in a wave; null when nothing. `now` is set for the wave that is open. */
export function assessTeam(
  cast: Cast,
  team: CastTeam,
  wave: number,
  dates: WaveDates,
  now: Date | null = null,
): Given | null {
  const random = seeded(cast.story.slug, team.code, "assessment", wave);
  const parts = now ? partsSoFar(cast, team, random) : partsGiven(random, countsUsually(cast, team));
  if (!parts) return null;
  const kind = KINDER + 5 * seeded(cast.story.slug, team.code, "kindness").normal();
  const truth = trueRisks(cast, team, wave);
  const seen = truth.map((risk) => Math.min(97, Math.max(3, risk - kind)));
  const happening = cast.story.events.filter(
    (event) => event.wave === wave && event.units.some((unit) => cast.codesUnder(unit).has(team.code)),
  );
  const flags = Object.fromEntries(FLAGS.map((flag) => [flag, happening.some((e) => e.flag === flag)]));
  const last = now ?? dates.closedAt;
  const open = (last.getTime() - dates.openedAt.getTime()) / 86_400_000;
  return {
    parts,
    savedAt: daysAfter(dates.openedAt, open * random.between(0.05, 0.95)),
    values: {
      signals: Object.fromEntries(SIGNALS.map((s) => [s, strength(seen, s, random)])) as AssessmentValues["signals"],
      flags: flags as AssessmentValues["flags"],
      events: happening.map(({ kind: what }) => ({
        kind: what,
        happenedOn: isoDay(daysAfter(dates.openedAt, -random.whole(4, 40))),
      })),
      answers: parts.includes(2) || parts.length === 0 ? answersOf(seen, random, parts.length === 0) : blankAnswers(),
      facts: parts.includes(3) ? factsOf(team, axisRisk(truth, "delivery"), random) : blankFacts(),
    },
  };
}

/** Numbers are a habit of some teams, and of all with a backlog. */
function countsUsually({ story, codesUnder }: Cast, team: CastTeam): boolean {
  const hasBacklog = story.events.some(
    (event) => event.kind === "growing_backlog" && event.units.some((unit) => codesUnder(unit).has(team.code)),
  );
  return hasBacklog || seeded(story.slug, team.code, "counts").chance(0.6);
}

/** In a closed wave most give the first two parts. */
function partsGiven(random: Random, counts: boolean): AssessmentPart[] | null {
  if (!random.chance(0.88)) return null;
  if (!random.chance(0.93)) return [1];
  return counts && random.chance(0.9) ? [1, 2, 3] : [1, 2];
}

/** In the open wave some are done, some have begun, and some have not. */
function partsSoFar(cast: Cast, team: CastTeam, random: Random): AssessmentPart[] | null {
  const { today } = cast.story;
  const dice = random.next();
  if (today?.open.missing.includes(team.name)) return null;
  if (today?.open.drafts.includes(team.name)) return [];
  if (dice < 0.44) return partsGiven(random, countsUsually(cast, team));
  if (dice < 0.52) return [1];
  return dice < 0.6 ? [] : null;
}

function strength(seen: TrueRisks, signal: Signal, random: Random): number {
  const on = EVIDENCE[signal].map((code) => seen[STATEMENT_CODES.indexOf(code)] ?? 0);
  const risk = on.reduce((a, b) => a + b, 0) / on.length + 4 * random.normal();
  return STRENGTH.filter((from) => risk >= from).length;
}

function answersOf(seen: TrueRisks, random: Random, half: boolean): (number | null)[] {
  return seen.map((risk, j) => {
    const score = 100 - risk + 9 * random.normal();
    if (random.chance(SKIPPED) || (half && j > 6)) return null;
    return Math.min(5, Math.max(1, 1 + Math.round(score / 25)));
  });
}

const blankAnswers = () => STATEMENT_CODES.map(() => null);
const blankFacts = () => Object.fromEntries(FACTS.map((fact) => [fact, null])) as AssessmentValues["facts"];

/** Counts that hang together with how work really goes, loosely: what is counted is not what is felt. */
function factsOf(team: CastTeam, delivery: number, random: Random): AssessmentValues["facts"] {
  const share = (centre: number) => Math.min(0.9, Math.max(0, (centre + 9 * random.normal()) / 100));
  const arrivals = Math.round(team.headcount * random.between(8, 20));
  const openCases = Math.round(arrivals * random.between(0.5, 1.6));
  const dueMilestones = random.whole(5, 14);
  const completedItems = Math.round(arrivals * random.between(0.8, 1));
  return {
    openCases,
    casesBeyondAge: Math.round(openCases * share(delivery * 1.15)),
    arrivals,
    closures: Math.round(arrivals * (1 - share((delivery - 26) * 1.1))),
    dueMilestones,
    overdueMilestones: Math.round(dueMilestones * share(delivery * 1.1)),
    completedItems,
    reworkedItems: Math.round(completedItems * share(delivery * 0.55)),
    vacancies: random.whole(0, Math.max(1, Math.round(team.headcount * 0.15))),
    handoversMissed: random.whole(0, Math.round(delivery / 6)),
  };
}
