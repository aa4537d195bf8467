import { expect, test } from "vitest";
import { CALLS, type Call } from "#contracts/calls.ts";
import { FollowUp } from "#contracts/plans.ts";
import { aimedAxis, isFollowUpDue, wasTheCallRight, wavesAround } from "./was-the-call-right.ts";

const reading = (risk: number, n = 25, s = 20) => ({ risk, n, s });

test("a call aims at the side that comes first", () => {
  expect(CALLS.map(aimedAxis)).toEqual([null, "direction", "delivery", "direction", "delivery", null]);
});

test.each([
  // Of 25 answers each, 1.96 x 20 x sqrt(2 / 25) = 11.09 points.
  ["beyond the interval, down", "lead", reading(50), reading(38.9), "improved"],
  ["at the interval, down", "lead", reading(50), reading(38.95), "no_clear_change"],
  ["beyond the interval, up", "manage", reading(38.9), reading(50), "worse"],
  ["no change", "manage_then_lead", reading(50), reading(50), "no_clear_change"],
  ["nine answers before", "lead", reading(90, 9), reading(10), "too_few_answers"],
  ["nine answers after", "lead", reading(90), reading(10, 9), "too_few_answers"],
  ["not shown before", "lead", null, reading(10), "too_few_answers"],
  ["not shown after", "lead", reading(90), null, "too_few_answers"],
] as const)("%s: %s", (_, call, before, after, verdict) => {
  const followUp = wasTheCallRight(call as Call, before, after);
  expect(followUp && FollowUp.parse(followUp)).toEqual(followUp);
  expect(followUp?.verdict).toBe(verdict);
  expect(followUp?.change === null).toBe(verdict === "too_few_answers");
});

test("the aimed axis with its interval, in the words of the product", () => {
  expect(wasTheCallRight("lead_then_manage", reading(50), reading(30))).toEqual({
    axis: "direction",
    verdict: "improved",
    words: "Improved. This does not show that the action caused it.",
    change: { points: -20, low: -31, high: -9 },
  });
  expect(wasTheCallRight("manage", reading(30), reading(50))?.words).toBe(
    "Worse. This does not show that the action caused it.",
  );
  expect(wasTheCallRight("manage", null, null)?.words).toBe("Too few answers to tell.");
});

test("nothing is asked of a call that aims at nothing", () => {
  expect(wasTheCallRight("keep_the_rhythm", reading(50), reading(10))).toBeNull();
  expect(wasTheCallRight("too_close_to_call", reading(50), reading(10))).toBeNull();
});

test.each([
  ["a wave since", "2026-11-01", ["2026-11-20"], "2026-11-24", true],
  ["a wave on the day itself was known", "2026-11-01", ["2026-11-01"], "2026-11-24", false],
  ["a wave still to come", "2026-11-01", ["2026-12-01"], "2026-11-24", false],
  ["a day under six weeks", "2026-10-14", [], "2026-11-24", false],
  ["six weeks", "2026-10-13", [], "2026-11-24", true],
] as const)("is due: %s", (_, madeOn, publishedOn, today, due) => {
  expect(isFollowUpDue(madeOn, publishedOn, today)).toBe(due);
});

test.each([
  ["between two waves", "2026-04-20", null, "spring", "summer"],
  ["before the first", "2026-01-01", null, null, "spring"],
  ["after the last", "2026-10-01", null, "autumn", null],
  ["in a wave's own assessment, before it opened for the team", "2026-06-20", "summer", "summer", "autumn"],
  ["while a wave is open, outside its assessment", "2026-07-01", null, "summer", "autumn"],
])("%s", (_, made, waveId, before, after) => {
  const wave = (id: string, asked: string) => ({ waveId: id, label: id, askedAt: new Date(asked), read: null });
  const waves = [wave("spring", "2026-03-01"), wave("summer", "2026-06-25"), wave("autumn", "2026-09-01")];
  const around = wavesAround({ madeAt: new Date(made), waveId }, waves);
  expect([around.before?.label ?? null, around.after?.label ?? null]).toEqual([before, after]);
});
