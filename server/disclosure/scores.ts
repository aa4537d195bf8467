import { STATEMENT_CODES, STATEMENTS_PER_AXIS } from "#contracts/statements.ts";

/**
 * Scores in exact integers. Everything that is summed is kept in **sixtieths of a raw point**: a raw point is one step of
 * the answer scale 1..5, and 60 is the least common multiple of 3, 4, 5 and 6, the possible numbers of answered
 * statements, so that every person's axis mean is a whole number of sixtieths and sums never drift.
 *
 * Source: measurement notes, section 1 (docs/disclosure.md repeats what a reader needs).
 */
export const SIXTIETHS = 60;

/** An answer: 1..5; 0 = "does not apply"; null = left blank. Both are missing, but stored apart. */
export type Answer = number | null;

/** The statements of an axis (0 = direction, 1 = delivery) are a contiguous run of STATEMENT_CODES. */
export const AXIS_START = [0, STATEMENTS_PER_AXIS] as const;

/** A response counts when at least this many of the six statements are answered on both axes. */
export const ANSWERED_TO_COUNT = 3;

/** A statement shows "no answers" when fewer than this many people really answered it, or fewer than half. */
export const STATEMENT_MINIMUM = 10;

export type CountedResponse = {
  /** Direction and delivery: the person's mean raw answer in sixtieths, 60..300. */
  axes: readonly [number, number];
  /** Twelve values in sixtieths; a skipped statement takes the person's own axis mean. Six of them sum to 6 x the axis. */
  statements: readonly number[];
  /** Which statements were really answered. */
  answered: readonly boolean[];
};

function checkAnswers(answers: readonly Answer[]): void {
  if (answers.length !== STATEMENT_CODES.length) throw new Error(`expected ${STATEMENT_CODES.length} answers`);
  for (const x of answers) {
    if (x !== null && !(Number.isInteger(x) && x >= 0 && x <= 5)) throw new Error("an answer is 0..5 or null");
  }
}

/**
 * One person's response in sixtieths, or null when it does not count.
 * @param answers twelve answers in the order of STATEMENT_CODES.
 * @throws when the shape or a value is wrong (validate at the edge; this is the last guard).
 */
export function countResponse(answers: readonly Answer[]): CountedResponse | null {
  checkAnswers(answers);
  const axes: [number, number] = [0, 0];
  for (const axis of [0, 1] as const) {
    let sum = 0;
    let given = 0;
    for (let j = AXIS_START[axis]; j < AXIS_START[axis] + STATEMENTS_PER_AXIS; j++) {
      const x = answers[j];
      if (x) {
        sum += x;
        given += 1;
      }
    }
    if (given < ANSWERED_TO_COUNT) return null;
    axes[axis] = (sum * SIXTIETHS) / given;
  }
  const statements = answers.map((x, j) => (x ? x * SIXTIETHS : axes[j < STATEMENTS_PER_AXIS ? 0 : 1]));
  return { axes, statements, answered: answers.map((x) => !!x) };
}

/** 0-100 value of one raw answer 1..5. */
export function statementValue(x: number): number {
  return 25 * (x - 1);
}

/** Whole points, half away from zero; never -0. */
export function roundHalfAway(x: number): number {
  const rounded = Math.sign(x) * Math.round(Math.abs(x));
  return rounded === 0 ? 0 : rounded;
}

/** numerator / denominator to a whole number, half away from zero, without a floating-point tie. Denominator > 0. */
export function roundRatio(numerator: number, denominator: number): number {
  const whole = Math.floor(Math.abs(numerator) / denominator);
  const rest = Math.abs(numerator) - whole * denominator;
  const rounded = Math.sign(numerator) * (whole + (2 * rest >= denominator ? 1 : 0));
  return rounded === 0 ? 0 : rounded;
}

/** A sum of n people on one axis or statement, in sixtieths. */
export type Sum = { n: number; sum: number };

/** Unrounded score 0-100 of a sum; null for nobody. */
export function scoreOf({ n, sum }: Sum): number | null {
  return n > 0 ? (5 * (sum - SIXTIETHS * n)) / (12 * n) : null;
}

/** Unrounded risk = 100 - score; null for nobody. */
export function riskOf({ n, sum }: Sum): number | null {
  return n > 0 ? (5 * (300 * n - sum)) / (12 * n) : null;
}

/** Risk in whole points, rounded exactly, clipped to 0-100 (a moved statement sum can pass the end of the scale). */
export function shownRisk({ n, sum }: Sum): number | null {
  if (n <= 0) return null;
  return Math.min(100, Math.max(0, roundRatio(5 * (300 * n - sum), 12 * n)));
}

/** Risk now minus risk then (or there) in whole points: differenced before it is rounded, exactly. */
export function riskDifference(now: Sum, then: Sum): number | null {
  if (now.n <= 0 || then.n <= 0) return null;
  const numerator = 5 * ((300 * now.n - now.sum) * then.n - (300 * then.n - then.sum) * now.n);
  const denominator = 12 * now.n * then.n;
  // Beyond 2^53 exactness is gone, and so is any tie that could matter.
  return Number.isSafeInteger(numerator) ? roundRatio(numerator, denominator) : roundHalfAway(numerator / denominator);
}

/** Whether a statement has enough real answers to be shown: at least ten, and at least half of those who count. */
export function enoughAnswered(answered: number, n: number): boolean {
  return answered >= STATEMENT_MINIMUM && 2 * answered >= n;
}

/** Mean of persons' 0-100 values (mean over persons, never over statements); null for nobody. */
export function meanOfPersons(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** 0-100 index from the five shares of a published distribution, most favourable first; shares in any one unit. */
export function indexFromShares(shares: readonly [number, number, number, number, number]): number | null {
  const total = shares.reduce((a, b) => a + b, 0);
  if (total <= 0) return null;
  return shares.reduce((sum, share, i) => sum + share * (100 - 25 * i), 0) / total;
}

/**
 * Participation as it may be shown: rounded to five points, at most 90 (read "90 or more"), null when unknown.
 * A finer figure beside n would give the headcount away.
 */
export function shownParticipation(answered: number, invited: number | null): number | null {
  if (invited === null || invited <= 0) return null;
  return Math.min(90, 5 * roundRatio(20 * answered, invited));
}
