import { describe, expect, test } from "vitest";
import { CALLS, type CallChange, type CallInput, Counterfactual, LARGER_RISKS } from "#contracts/calls.ts";
import { FLAGS, SIGNALS } from "#contracts/signals.ts";
import { applyChange, counterfactualOf, smallestChanges } from "#server/modules/calls/counterfactual.ts";
import { callOf } from "#server/modules/calls/rules.ts";

// Every input there is: four strengths of four signals, three flags, three larger risks.
const STRENGTHS = [0, 1, 2, 3];
const ALL: CallInput[] = STRENGTHS.flatMap((U) =>
  STRENGTHS.flatMap((C) =>
    STRENGTHS.flatMap((I) =>
      STRENGTHS.flatMap((K) =>
        [0, 1, 2, 3, 4, 5, 6, 7].flatMap((bits) =>
          LARGER_RISKS.map((largerRisk) => ({
            signals: { U, C, I, K },
            flags: {
              change_rolled_out: (bits & 1) > 0,
              backlog_growing: (bits & 2) > 0,
              service_could_be_harmed: (bits & 4) > 0,
            },
            largerRisk,
          })),
        ),
      ),
    ),
  ),
);

/** Steps between two inputs, without the search under test. */
function distance(a: number[], b: number[]): number {
  let steps = 0;
  for (let i = 0; i < 7; i++) steps += Math.abs(a[i]! - b[i]!);
  return steps + (a[7] === b[7] ? 0 : 1);
}

const coded = (input: CallInput) => [
  ...SIGNALS.map((signal) => input.signals[signal]),
  ...FLAGS.map((flag) => Number(input.flags[flag])),
  LARGER_RISKS.indexOf(input.largerRisk),
];

function isOneStep(from: CallInput, change: CallChange): boolean {
  if (change.of === "signal") return Math.abs(from.signals[change.signal] - change.to) === 1;
  return change.of === "flag" ? from.flags[change.flag] !== change.to : from.largerRisk !== change.to;
}

describe("the counterfactual, over all 6144 inputs", () => {
  const points = ALL.map(coded);
  const calls = ALL.map(callOf);

  test("the stated changes are single steps, really flip the call, and no smaller change does", () => {
    expect(ALL).toHaveLength(6144);
    ALL.forEach((input, index) => {
      const { becomes, changes } = counterfactualOf(input);
      let reached = input;
      for (const change of changes) {
        if (!isOneStep(reached, change)) throw new Error(`not one step: ${JSON.stringify({ input, change })}`);
        // Nothing has changed before the last step.
        if (callOf(reached) !== calls[index]) throw new Error(`flipped too early: ${JSON.stringify(input)}`);
        reached = applyChange(reached, change);
      }
      if (callOf(reached) !== becomes || becomes === calls[index]) throw new Error(`no flip: ${JSON.stringify(input)}`);
      let nearest = Number.POSITIVE_INFINITY;
      for (let other = 0; other < points.length; other++) {
        if (calls[other] !== calls[index]) nearest = Math.min(nearest, distance(points[index]!, points[other]!));
      }
      if (nearest !== changes.length)
        throw new Error(`${changes.length} steps, ${nearest} do: ${JSON.stringify(input)}`);
    });
  });

  test("every smallest answer is one, and the words name the call and no number", () => {
    const words = new Set<string>();
    for (const input of ALL) {
      const all = smallestChanges(input);
      for (const { reached } of all) expect(callOf(reached)).not.toBe(callOf(input));
      const said = counterfactualOf(input);
      expect(() => Counterfactual.parse(said)).not.toThrow();
      expect(CALLS).toContain(said.becomes);
      words.add(said.words);
    }
    for (const sentence of words) expect(sentence).toMatch(/^It would (become|be) \*[A-Z][a-z, ]+\* if [^0-9]+\.$/);
  });
});

describe("in words", () => {
  const none = { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false };
  test.each<[string, CallInput, string]>([
    [
      "two needs, engagement larger",
      { signals: { U: 3, C: 0, I: 3, K: 0 }, flags: none, largerRisk: "engagement" },
      "It would become *Manage, then lead* if a backlog were growing.",
    ],
    [
      "two needs, nothing decides",
      { signals: { U: 3, C: 3, I: 3, K: 3 }, flags: none, largerRisk: "neither" },
      "It would become *Lead, then manage* if a change were being rolled out.",
    ],
    [
      "nothing marked: the same signal by two steps is said once",
      { signals: { U: 0, C: 0, I: 0, K: 0 }, flags: none, largerRisk: "neither" },
      "It would become *Lead* if the purpose or the coming change were clearly uncertain to the team.",
    ],
    [
      "a roll-out that delivery risk does not turn round: two things would have to begin",
      { signals: { U: 3, C: 3, I: 3, K: 3 }, flags: { ...none, change_rolled_out: true }, largerRisk: "engagement" },
      "It would become *Manage, then lead* if a backlog were growing, and people who rely on you could be harmed.",
    ],
    [
      "rather something that begins than something that ends",
      { signals: { U: 2, C: 0, I: 1, K: 0 }, flags: none, largerRisk: "engagement" },
      "It would become *Lead, then manage* if work were clearly late or uneven.",
    ],
  ])("%s", (_, input, words) => {
    expect(counterfactualOf(input).words).toBe(words);
  });
});
