import { type Axis, axisOf, STATEMENT_CODES } from "#contracts/statements.ts";
import type { Cast, CastTeam } from "./cast.ts";
import { type Random, seeded } from "./prng.ts";
import { type TrueRisks, trueRisks } from "./risks.ts";

/** As the sealed answers are handed over: 1-5, 0 does not apply. */
export const DOES_NOT_APPLY = 0;

/** Between people of one team, in points; how much of it both axes share; what one statement adds by itself. */
const PEOPLE = 20;
const SHARED = 0.92;
const STATEMENT = 19;
/**
 * Part of a team's luck of the draw that is taken back: a handful of people is a poor sample, and six waves of pure luck
 * would drown the stories that the charts are to show.
 */
const CALMED = 0.65;
/** A score near the end of the scale cannot be passed: what rounding and the ends take away is put back here. */
const LIFT = 1.5;

const SKIPPED = 0.02;
const NOT_APPLYING = 0.015;

type Leaning = Record<Axis | "both", number>;

/** How people of one team differ from each other, in standard deviations. */
function leaningsOf(random: Random, count: number): Leaning[] {
  const drawn = Array.from({ length: count }, () => ({
    both: random.normal(),
    direction: random.normal(),
    delivery: random.normal(),
  }));
  const luck = (key: keyof Leaning) => (CALMED * drawn.reduce((sum, d) => sum + d[key], 0)) / count;
  const [both, direction, delivery] = [luck("both"), luck("direction"), luck("delivery")];
  return drawn.map((d) => ({
    both: d.both - both,
    direction: d.direction - direction,
    delivery: d.delivery - delivery,
  }));
}

/** One person's twelve answers in the order of STATEMENT_CODES; `blank` stands for one left out. */
function answerOnce(random: Random, leaning: Leaning, risks: TrueRisks, blank: number): number[] {
  const rest = Math.sqrt(1 - SHARED ** 2);
  return STATEMENT_CODES.map((code, j) => {
    if (random.chance(SKIPPED)) return blank;
    if (random.chance(NOT_APPLYING)) return DOES_NOT_APPLY;
    const person = PEOPLE * (SHARED * leaning.both + rest * leaning[axisOf(code)]);
    const score = 100 - (risks[j] ?? 50) + LIFT + person + STATEMENT * random.normal();
    return Math.min(5, Math.max(1, 1 + Math.round(score / 25)));
  });
}

/** How many of a team answer: each team has its habit, each wave its luck. */
export function countAnswers(cast: Cast, team: CastTeam, wave: number): number {
  if (cast.story.silent.includes(team.name)) return 0;
  const habit = seeded(cast.story.slug, team.code, "habit").between(0.6, 0.95);
  const luck = seeded(cast.story.slug, team.code, "luck", wave).between(-0.08, 0.08);
  return Math.round(team.headcount * Math.min(1, habit + luck));
}

/** Everybody's answers of one wave: the code of each person's team, and twelve answers a person. */
export function answerWave(cast: Cast, wave: number, blank: number): { codes: string[]; answers: Uint8Array } {
  const codes: string[] = [];
  const answers: number[] = [];
  for (const team of cast.teams) {
    const risks = trueRisks(cast, team, wave);
    const random = seeded(cast.story.slug, team.code, "answers", wave);
    const count = countAnswers(cast, team, wave);
    for (const leaning of leaningsOf(random, count)) {
      codes.push(team.code);
      answers.push(...answerOnce(random, leaning, risks, blank));
    }
  }
  return { codes, answers: Uint8Array.from(answers) };
}
