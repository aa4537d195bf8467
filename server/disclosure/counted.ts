/**
 * Observed delivery risk: counted, 0-100, from the delivery facts of a unit. Each fact has its own published formula and
 * enters only when its denominator exists; fewer than two facts give no figure. Never mixed with the delivery axis.
 * Incidents are not a fact here: counting them would punish reporting.
 */
export type DeliveryFacts = {
  dueMilestones: number | null;
  overdueMilestones: number | null;
  arrivals: number | null;
  closures: number | null;
  completed: number | null;
  reworked: number | null;
  openCases: number | null;
  /** Open cases older than the age the team agreed on. */
  casesBeyondAgreedAge: number | null;
};

export type CountedShares = {
  /** overdue / due milestones */
  overdue: number | null;
  /** (arrivals - closures) / arrivals, clipped to 0..1 */
  backlogGrowth: number | null;
  /** reworked / completed */
  rework: number | null;
  /** open cases beyond the agreed age / open cases */
  ageing: number | null;
};

const clip = (x: number) => Math.min(1, Math.max(0, x));

function share(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0 || part < 0) return null;
  return clip(part / whole);
}

/** The four shares, each 0..1 or null where it cannot be formed. */
export function countedShares(facts: DeliveryFacts): CountedShares {
  const { arrivals, closures } = facts;
  const growth =
    arrivals === null || closures === null || arrivals <= 0 ? null : clip((arrivals - closures) / arrivals);
  return {
    overdue: share(facts.overdueMilestones, facts.dueMilestones),
    backlogGrowth: growth,
    rework: share(facts.reworked, facts.completed),
    ageing: share(facts.casesBeyondAgreedAge, facts.openCases),
  };
}

/** Unrounded observed delivery risk 0-100: the plain mean of the shares x 100; null with fewer than two facts. */
export function observedDeliveryRisk(facts: DeliveryFacts): number | null {
  const known = Object.values(countedShares(facts)).filter((x): x is number => x !== null);
  if (known.length < 2) return null;
  return (100 * known.reduce((a, b) => a + b, 0)) / known.length;
}

/**
 * An imported rating on a linear scale: the best grade is 0, the worst 100.
 * @param grade 1 (worst, "red") .. grades (best, "green").
 * @returns null for a grade outside the scale.
 */
export function ratingRisk(grade: number, grades = 5): number | null {
  if (!Number.isInteger(grade) || grades < 2 || grade < 1 || grade > grades) return null;
  return (100 * (grades - grade)) / (grades - 1);
}
