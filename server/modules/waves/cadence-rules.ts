import type { WaveCadence } from "#contracts/waves.ts";
import { instantOf, localOf, monthOf, monthsLater } from "./local-time-rules.ts";

const MONTHS: Record<WaveCadence, number | null> = { by_hand: null, monthly: 1, quarterly: 3 };

type Times = { opensAt: Date; closesAt: Date | null; deletesOn: string | null };

/**
 * When the wave after this one opens and closes: the same wall time some months later, whatever the clocks do in between.
 * Null when waves are planned by hand, or when nobody knows when this one closes.
 *
 * @param taken names of waves; the next one is called by its month, numbered where that is taken
 */
export function nextPlan(
  cadence: WaveCadence,
  wave: Times,
  zone: string,
  taken: ReadonlySet<string>,
): { label: string; opensAt: Date; closesAt: Date; deletesOn: string } | null {
  const months = MONTHS[cadence];
  if (months === null || wave.closesAt === null || wave.deletesOn === null) return null;
  const later = (at: Date) => monthsLater(localOf(at, zone), months);
  const opens = later(wave.opensAt);
  const name = monthOf(opens);
  let label = name;
  for (let n = 2; taken.has(label); n++) label = `${name} (${n})`;
  return {
    label,
    opensAt: instantOf(opens, zone),
    closesAt: instantOf(later(wave.closesAt), zone),
    deletesOn: monthsLater(`${wave.deletesOn}T00:00`, months).slice(0, 10),
  };
}

/** Halfway, and two days before it closes: a reminder that nobody has to think of. Null when the window is too short. */
export function reminderTimes(opensAt: Date, closesAt: Date): Date[] {
  const [from, to] = [opensAt.getTime(), closesAt.getTime()];
  const day = 86_400_000;
  if (to - from < 4 * day) return [];
  const half = from + (to - from) / 2;
  return [half, to - 2 * day].filter((at, i, all) => i === 0 || at - (all[0] ?? 0) >= day).map((at) => new Date(at));
}

/** True when a reminder is due that has not gone out yet. @param last when one went out last, by hand or by itself */
export function reminderDue(opensAt: Date, closesAt: Date, last: Date | null, now: Date): boolean {
  const due = reminderTimes(opensAt, closesAt)
    .filter((at) => at <= now)
    .at(-1);
  if (due === undefined || now >= closesAt) return false;
  // Whoever sent one by hand a day before need not send another.
  return last === null || last.getTime() < due.getTime() - 86_400_000;
}
