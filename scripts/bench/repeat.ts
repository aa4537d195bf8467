import { setTimeout as sleep } from "node:timers/promises";
import { median } from "./figures.ts";

/** How much of everything: five repetitions give the medians, `--quick` is for whoever changes the bench. */
export type Amounts = {
  repetitions: number;
  /** Seconds of load in one repetition. */
  seconds: number;
  /** Page requests, or queries, in one repetition. */
  requests: number;
  importRows: number;
};

export const FULL: Amounts = { repetitions: 5, seconds: 2, requests: 10, importRows: 100_000 };
export const QUICK: Amounts = { repetitions: 2, seconds: 0.5, requests: 3, importRows: 10_000 };

/** Milliseconds that the work takes. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Milliseconds of each of `count` runs, one after the other. */
export async function timeEach(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) times.push(await time(work));
  return times;
}

/**
 * Median milliseconds of each work: over the repetitions, of which each is the median of its runs. Taken in turns, so that
 * whatever else the machine does falls on all of them; the first turn warms up and does not count.
 */
export async function inTurns(
  works: readonly (() => Promise<unknown>)[],
  amounts: { repetitions: number; runs: number },
): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let turn = 0; turn <= amounts.repetitions; turn += 1) {
    for (const [at, work] of works.entries()) {
      const runs = await timeEach(amounts.runs, work);
      if (turn > 0) times[at]?.push(median(runs));
    }
  }
  return times.map(median);
}

/** How often per second all workers together finish one piece of work, while each does one after the other. */
export async function rateOf(seconds: number, workers: readonly (() => Promise<unknown>)[]): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1000;
  let done = 0;
  await Promise.all(
    workers.map(async (work) => {
      while (performance.now() < until) {
        await work();
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - started) / 1000);
}

/** Runs the work and says how much memory this process held at most meanwhile, in MB. */
export async function withPeakMemory<T>(work: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
  let peak = 0;
  let over = false;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const watching = (async () => {
    for (; !over; await sleep(20)) look();
  })();
  try {
    const result = await work();
    look();
    return { result, megabytes: peak / 1e6 };
  } finally {
    over = true;
    await watching;
  }
}
