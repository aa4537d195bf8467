import { describe, expect, test } from "vitest";
import { ALERT_N, alerts, descriptionInterval, pooledS } from "#server/disclosure/intervals.ts";
import { clearChanges, expectedFalse, type Large } from "#server/modules/results/change-rules.ts";
import { type Random, random } from "./disclosure/trees.ts";

/**
 * What the page says about chance, tried out: waves in which nothing changed raise alerts no more often than stated, and an
 * interval holds what it should. NULL_WAVES=10000 runs a larger version, NULL_SEED moves it.
 */
const WAVES = Number(process.env.NULL_WAVES ?? 1000);
const SEED = Number(process.env.NULL_SEED ?? 1);
const LONG = 60_000 + WAVES * 60;
const TEAMS = 500;
const Q = 0.1;

/** Standard normal, Box-Muller. */
function normal(rng: Random): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}

/** Sixtieths of a raw point for n people whose mean score is drawn around `mean` with s = 20. */
function drawSum(rng: Random, n: number, mean: number): number {
  const score = Math.min(99, Math.max(1, mean + (20 / Math.sqrt(n)) * normal(rng)));
  return Math.round(60 * n * (1 + score / 25));
}

type Unit = { n: number; mean: number; teams: number[] };

/** 500 teams of 5-25 people in 50 units of ten; each unit has a mean of its own. */
function organisation(rng: Random): Unit[] {
  return Array.from({ length: TEAMS / 10 }, () => {
    const teams = Array.from({ length: 10 }, () => rng.int(5, 25));
    return { n: teams.reduce((a, b) => a + b, 0), mean: rng.int(45, 75), teams };
  });
}

function wave(rng: Random, units: readonly Unit[], shift: (u: number) => number): Large[] {
  return units.map(({ n, mean }, u) => ({
    unitId: `u${u}`,
    name: `Unit ${u}`,
    path: [],
    n,
    directionSum: drawSum(rng, n, mean + shift(u)),
    deliverySum: drawSum(rng, n, mean),
  }));
}

const S = { now: { sDirection: 20, sDelivery: 20 }, before: { sDirection: 20, sDelivery: 20 } };

test(`${WAVES} waves of ${TEAMS} teams in which nothing changed: any alert at all in no more than a tenth of them`, {
  timeout: LONG,
}, () => {
  const rng = random(SEED * 23_000_003);
  let withAlert = 0;
  for (let w = 0; w < WAVES; w++) {
    const units = organisation(rng);
    expect(units.every((unit) => unit.n >= ALERT_N)).toBe(true);
    if (
      clearChanges(
        wave(rng, units, () => 0),
        wave(rng, units, () => 0),
        S,
      ).length > 0
    )
      withAlert += 1;
  }
  // Where nothing changed every alert is false: the stated rate is that of waves with one. Three standard errors of room.
  expect(withAlert / WAVES).toBeLessThanOrEqual(Q + 3 * Math.sqrt((Q * (1 - Q)) / WAVES));
  expect(withAlert).toBeGreaterThan(0);
});

test("where some units changed: false ones are no more than the expected number that the page states", {
  timeout: LONG,
}, () => {
  const rng = random(SEED * 29_000_003);
  let named = 0;
  let stated = 0;
  let wrong = 0;
  for (let w = 0; w < WAVES / 4; w++) {
    const units = organisation(rng);
    const found = clearChanges(
      wave(rng, units, (u) => (u < 10 ? -12 : 0)),
      wave(rng, units, () => 0),
      S,
    );
    named += found.length;
    stated += expectedFalse(found.length);
    wrong += found.filter((f) => !(f.axis === "direction" && Number(f.unitId.slice(1)) < 10)).length;
  }
  expect(named).toBeGreaterThan(WAVES);
  expect(wrong).toBeLessThanOrEqual(stated * 1.15);
});

test("a single team never raises one, however far it moved", () => {
  const team = { what: "team", isTeam: true, difference: 60, n1: 80, n2: 80, s1: 20, s2: 20 };
  expect(alerts([team])).toEqual([]);
  expect(alerts([{ ...team, isTeam: false }])).toEqual(["team"]);
});

describe("an interval of 95%", () => {
  test("holds the true mean of a team in 93 to 97 of a hundred cases, with the pooled s", { timeout: LONG }, () => {
    const rng = random(SEED * 31_000_003);
    let held = 0;
    let tried = 0;
    for (let w = 0; w < Math.max(20, WAVES / 25); w++) {
      // Persons with a mean of six statements on a five-point scale; their spread is the scale's own, not a normal one.
      const teams = Array.from({ length: TEAMS }, () => {
        const tilt = rng.next();
        const person = () => {
          let sum = 0;
          const own = Math.min(1, Math.max(0, tilt * 0.5 + 0.25 + 0.3 * (rng.next() - 0.5)));
          for (let i = 0; i < 24; i++) if (rng.chance(own)) sum += 1;
          return (100 * sum) / 24;
        };
        const n = rng.int(5, 25);
        return { mean: 100 * (tilt * 0.5 + 0.25), scores: Array.from({ length: n }, person) };
      });
      const { s } = pooledS(
        teams.map(({ scores }) => ({
          n: scores.length,
          sum: scores.reduce((a, b) => a + b, 0),
          squares: scores.reduce((a, b) => a + b * b, 0),
        })),
      );
      for (const { mean, scores } of teams) {
        const n = scores.length;
        const { low, high } = descriptionInterval(scores.reduce((a, b) => a + b, 0) / n, n, s)!;
        tried += 1;
        if (low <= mean && mean <= high) held += 1;
      }
    }
    expect(held / tried).toBeGreaterThan(0.93);
    expect(held / tried).toBeLessThan(0.97);
  });

  test("of those who answered, holds the mean of all who were invited, with the factor for participation", {
    timeout: LONG,
  }, () => {
    const rng = random(SEED * 37_000_003);
    let held = 0;
    let tried = 0;
    for (let w = 0; w < WAVES * 4; w++) {
      const invited = Array.from({ length: rng.int(20, 60) }, () => 50 + 20 * normal(rng));
      const shown = [30, 50, 70, 90][w % 4]!;
      const order = invited.map((score) => ({ score, at: rng.next() })).sort((a, b) => a.at - b.at);
      const answered = order.slice(0, Math.round((invited.length * shown) / 100)).map((x) => x.score);
      const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
      const { low, high } = descriptionInterval(mean(answered), answered.length, 20, shown)!;
      tried += 1;
      if (low <= mean(invited) && mean(invited) <= high) held += 1;
    }
    expect(held / tried).toBeGreaterThan(0.93);
    expect(held / tried).toBeLessThan(0.97);
  });
});
