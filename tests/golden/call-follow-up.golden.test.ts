import { describe, expect, test } from "vitest";
import type { Call, CallInput } from "#contracts/calls.ts";
import type { FollowUpVerdict } from "#contracts/plans.ts";
import { type Random, seeded } from "#db/seed/prng.ts";
import { countResponse, riskOf } from "#server/disclosure/formulas.ts";
import { pooledS } from "#server/disclosure/intervals.ts";
import { SIXTIETHS } from "#server/disclosure/scores.ts";
import { callOf, largerRisk } from "#server/modules/calls/rules.ts";
import { aimedAxis, wasTheCallRight } from "#server/modules/plans/was-the-call-right.ts";

/**
 * Advice without effect: teams stay what they are, and only who happens to answer and how changes from wave to wave. The
 * whole way is walked: answers 1-5, sums, the pooled s of the wave, a supervisor who sees the truth through a fog, the
 * larger risk from the published reading (which picks out the teams whose luck was bad), and the follow-up.
 */
type Team = { people: number; direction: number; delivery: number };
type Wave = { n: number; direction: number; delivery: number; squares: [number, number] };

const answer = (score: number, random: Random) =>
  Math.min(5, Math.max(1, Math.round(1 + score / 25 + 0.7 * random.normal())));

function answersOf(team: Team, random: Random): number[] {
  // What a person thinks of everything, and of either side: the two axes go together, as opinions do.
  const halo = 14 * random.normal();
  const [a, b] = [11 * random.normal(), 11 * random.normal()];
  const six = (mean: number) => Array.from({ length: 6 }, () => answer(mean, random));
  return [...six(team.direction + halo + a), ...six(team.delivery + halo + b)];
}

function askWave(team: Team, random: Random): Wave {
  const wave: Wave = { n: 0, direction: 0, delivery: 0, squares: [0, 0] };
  for (let i = 0; i < team.people; i++) {
    const counted = random.chance(0.7) ? countResponse(answersOf(team, random)) : null;
    if (!counted) continue;
    const [direction, delivery] = counted.axes;
    wave.n += 1;
    wave.direction += direction;
    wave.delivery += delivery;
    wave.squares = [wave.squares[0] + direction ** 2, wave.squares[1] + delivery ** 2];
  }
  return wave;
}

/** Published from five answers on; the whole rule of disclosure would only hide more. */
const readingOf = (wave: Wave, axis: "direction" | "delivery", s: number) =>
  wave.n < 5 ? null : { risk: riskOf({ n: wave.n, sum: wave[axis] })!, n: wave.n, s };

const spread = (waves: Wave[], axis: "direction" | "delivery") =>
  pooledS(
    waves.map((wave) => ({ n: wave.n, sum: wave[axis], squares: wave.squares[axis === "direction" ? 0 : 1] })),
    25 / SIXTIETHS,
  ).s;

function callFor(team: Team, wave: Wave, s: { direction: number; delivery: number }, random: Random): Call {
  const seen = (score: number) => {
    const risk = 100 - score + 12 * random.normal();
    return risk >= 55 ? 3 : risk >= 40 ? 2 : risk >= 28 ? 1 : 0;
  };
  const [engagement, delivery] = [readingOf(wave, "direction", s.direction), readingOf(wave, "delivery", s.delivery)];
  const risks =
    engagement && delivery
      ? {
          engagement: engagement.risk,
          delivery: delivery.risk,
          n: wave.n,
          sDirection: s.direction,
          sDelivery: s.delivery,
          r: 0.6,
        }
      : null;
  const input: CallInput = {
    signals: { U: seen(team.direction), C: seen(team.direction), I: seen(team.delivery), K: seen(team.delivery) },
    flags: {
      change_rolled_out: random.chance(0.15),
      backlog_growing: random.chance(0.15),
      service_could_be_harmed: false,
    },
    largerRisk: largerRisk(risks, null).side,
  };
  return callOf(input);
}

type Tally = Record<FollowUpVerdict, number>;

/** @param effect points by which the aimed axis gets better after the call; 0 is advice without effect */
function simulate(seed: string, sizes: [number, number], effect: number): Tally {
  const random = seeded("follow-up", seed);
  const tally: Tally = { improved: 0, too_few_answers: 0, worse: 0, no_clear_change: 0 };
  for (let organisation = 0; organisation < 25; organisation++) {
    const teams = Array.from(
      { length: 60 },
      (): Team => ({
        people: random.whole(...sizes),
        direction: 60 + 9 * random.normal(),
        delivery: 60 + 9 * random.normal(),
      }),
    );
    const first = teams.map((team) => askWave(team, random));
    const s1 = { direction: spread(first, "direction"), delivery: spread(first, "delivery") };
    const calls = teams.map((team, index) => callFor(team, first[index]!, s1, random));
    const second = teams.map((team, index) => {
      const axis = aimedAxis(calls[index]!);
      return askWave(axis ? { ...team, [axis]: team[axis] + effect } : team, random);
    });
    const s2 = { direction: spread(second, "direction"), delivery: spread(second, "delivery") };
    teams.forEach((_, index) => {
      const axis = aimedAxis(calls[index]!);
      if (!axis) return;
      const [before, after] = [readingOf(first[index]!, axis, s1[axis]), readingOf(second[index]!, axis, s2[axis])];
      const followUp = wasTheCallRight(calls[index]!, before, after);
      if (followUp) tally[followUp.verdict] += 1;
    });
  }
  return tally;
}

const share = (tally: Tally, ...verdicts: FollowUpVerdict[]) =>
  verdicts.reduce((sum, verdict) => sum + tally[verdict], 0) / Object.values(tally).reduce((a, b) => a + b, 0);

describe("was the call right?", () => {
  test.each(["a", "b", "c", "d"])("advice without effect is called nothing in 95 of 100 and more (seed %s)", (seed) => {
    const tally = simulate(seed, [4, 30], 0);
    expect(Object.values(tally).reduce((a, b) => a + b, 0)).toBeGreaterThan(500);
    expect(share(tally, "too_few_answers", "no_clear_change")).toBeGreaterThanOrEqual(0.95);
  });
  test("where every team is large enough to be tested, no more often than one time in twenty promises", () => {
    const tallies = ["a", "b", "c", "d"].map((seed) => simulate(seed, [30, 60], 0));
    const quiet = tallies.map((tally) => share(tally, "too_few_answers", "no_clear_change"));
    expect(tallies.every(({ too_few_answers }) => too_few_answers === 0)).toBe(true);
    expect(quiet.reduce((a, b) => a + b, 0) / quiet.length).toBeGreaterThanOrEqual(0.945);
  });

  test("advice with a large effect is seen, in the right direction", () => {
    const better = simulate("effect", [30, 60], 15);
    expect(share(better, "improved")).toBeGreaterThan(0.75);
    expect(better.worse).toBe(0);
    expect(share(simulate("effect", [30, 60], -15), "worse")).toBeGreaterThan(0.75);
  });
});
