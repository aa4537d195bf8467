import { STATEMENT_CODES } from "#contracts/statements.ts";

/** How many of ten answer in a rehearsal. */
const ANSWERING = 0.75;

/**
 * Made-up answers for a rehearsal: each unit has a level of its own on either side, and people scatter around it. They
 * follow no real unit and mean nothing.
 *
 * @param people directly in each unit
 * @param random uniform in [0, 1)
 * @returns a unit and twelve answers (1-5) for each made-up person
 */
export function madeUpAnswers(
  people: ReadonlyMap<string, number>,
  random: () => number,
): { unitIds: string[]; answers: Uint8Array } {
  const unitIds: string[] = [];
  const answers: number[] = [];
  for (const [unitId, count] of people) {
    const levels = [1 + 4 * random(), 1 + 4 * random()];
    for (let i = 0; i < count; i++) {
      if (random() > ANSWERING) continue;
      unitIds.push(unitId);
      for (const code of STATEMENT_CODES) {
        const level = levels[code.startsWith("D") ? 0 : 1] ?? 3;
        // The mean of three draws stays near the level without ever being it.
        const scatter = random() + random() + random() - 1.5;
        answers.push(Math.min(5, Math.max(1, Math.round(level + 2 * scatter))));
      }
    }
  }
  return { unitIds, answers: Uint8Array.from(answers) };
}
