/**
 * Requests a minute from one network. A whole town hall may answer behind one address within minutes, and the secret of a
 * link is far beyond guessing: this only keeps one network from taking the page away from everybody else.
 */
export const LIMIT_PER_MINUTE = 3000;
/** Networks that are remembered at once; the map starts anew each minute. */
const NETWORKS = 50_000;
const MINUTE = 60_000;

export type Traffic = { minute: number; counts: Map<string, number> };

/** In memory and nowhere else: which network asked for the page, and when, is not written down (measurement.md, section 4). */
export const newTraffic = (): Traffic => ({ minute: 0, counts: new Map() });

/** Counts one request. False where its network has had its share of this minute. @param now milliseconds */
export function admit(traffic: Traffic, network: string, now: number): boolean {
  const minute = Math.floor(now / MINUTE);
  if (minute !== traffic.minute) {
    traffic.minute = minute;
    traffic.counts.clear();
  }
  const count = (traffic.counts.get(network) ?? 0) + 1;
  if (count > LIMIT_PER_MINUTE) return false;
  if (count > 1 || traffic.counts.size < NETWORKS) traffic.counts.set(network, count);
  return true;
}
