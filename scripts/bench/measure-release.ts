import { publishRelease } from "#server/modules/releases/index.ts";
import { type Figure, median } from "./figures.ts";
import { time, withPeakMemory } from "./repeat.ts";

/** Publishes sealed waves, oldest first: reading the sealed answers, the rule, the exact audit and the stored cells. */
export async function measureRelease(orgId: string, waveIds: readonly string[], units: string): Promise<Figure[]> {
  const times: number[] = [];
  let answers = 0;
  const { megabytes } = await withPeakMemory(async () => {
    for (const waveId of waveIds) {
      const took = await time(async () => {
        const published = await publishRelease(orgId, waveId);
        if (published.verdict !== "passed") throw new Error("the audit held a wave of the bench back");
        answers = published.answers;
      });
      times.push(took / 1000);
    }
  });
  const name = `release of ${units}, ${answers.toLocaleString("en-GB")} answers`;
  return [
    { name, unit: "s", measured: median(times), raw: null, target: null },
    { name: `${name}, memory of the whole process`, unit: "MB", measured: megabytes, raw: null, target: null },
  ];
}
