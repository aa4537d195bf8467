import { AXES, type Axis, axisOf, STATEMENT_CODES, STATEMENTS_PER_AXIS } from "#contracts/statements.ts";
import type { Cast, CastTeam } from "./cast.ts";
import { seeded } from "./prng.ts";

/** What is true of a team in a wave, before anybody answers: risk 0-100 for each of the twelve statements. */
export type TrueRisks = readonly number[];

/** Where an organisation stands when nothing happens; the middle of the public figures in docs/demo.md. */
const BASE: Record<Axis, number> = { direction: 33, delivery: 28 };

/** Spread of directorates, services and teams around it, in points. */
const SPREAD = [2, 2.5, 3.5] as const;

/** Statements are not equally easy to agree with; adds up to nothing over an axis. */
const EASE = [-7, 6, -2, 4, -5, 4, 4, -5, 3, -4, 2, 0];

/** How much more than its share a statement carries of a shift that names it. */
const EMPHASIS = 1.6;

const UNDER_A_TEAM = 2;

/** @param wave 0 is the oldest */
export function trueRisks(cast: Cast, team: CastTeam, wave: number): TrueRisks {
  const { story } = cast;
  const levels = team.code.split("-").map((_, depth, parts) => parts.slice(0, depth + 1).join("-"));
  const base = Object.fromEntries(
    AXES.map((axis) => {
      const lasting = levels.reduce((sum, code, depth) => {
        const spread = SPREAD[Math.min(depth, UNDER_A_TEAM)] ?? 0;
        // Most of what makes a place better or worse touches both axes.
        const both = seeded(story.slug, code, "both").normal();
        return sum + spread * (0.85 * both + 0.53 * seeded(story.slug, code, axis).normal());
      }, BASE[axis]);
      return [axis, lasting + 1.5 * seeded(story.slug, team.code, axis, wave).normal()];
    }),
  ) as Record<Axis, number>;
  return STATEMENT_CODES.map((statement, j) => {
    const axis = axisOf(statement);
    const shifted = story.shifts
      .filter((shift) => shift.axis === axis && shift.units.some((unit) => cast.codesUnder(unit).has(team.code)))
      .reduce((sum, { byWave, on }) => sum + (byWave[wave] ?? 0) * weight(on?.length ?? 0, on?.includes(statement)), 0);
    return Math.min(97, Math.max(3, base[axis] + (EASE[j] ?? 0) + shifted));
  });
}

function weight(named: number, isNamed: boolean | undefined): number {
  if (named === 0 || named === STATEMENTS_PER_AXIS) return 1;
  return isNamed ? EMPHASIS : (STATEMENTS_PER_AXIS - EMPHASIS * named) / (STATEMENTS_PER_AXIS - named);
}

export function axisRisk(risks: TrueRisks, axis: Axis): number {
  const from = axis === "direction" ? 0 : STATEMENTS_PER_AXIS;
  return risks.slice(from, from + STATEMENTS_PER_AXIS).reduce((a, b) => a + b, 0) / STATEMENTS_PER_AXIS;
}
