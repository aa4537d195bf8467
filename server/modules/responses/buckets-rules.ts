/** A team up to this size is one bucket (measurement.md, section 4). */
export const BUCKET_LIMIT = 60;

/**
 * Splits people into buckets: what one submit locks and rewrites. Up to sixty people are one; more are split at random into
 * buckets of thirty or more, as even as can be.
 *
 * @param random uniform in [0, 1)
 * @returns the bucket of each, from 0, in the order given
 */
export function bucketsOf(people: number, random: () => number): number[] {
  const buckets = people <= BUCKET_LIMIT ? 1 : Math.ceil(people / BUCKET_LIMIT);
  const dealt = Array.from({ length: people }, (_, i) => i % buckets);
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [dealt[i], dealt[j]] = [dealt[j]!, dealt[i]!];
  }
  return dealt;
}
