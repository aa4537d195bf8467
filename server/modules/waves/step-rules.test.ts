import { describe, expect, test } from "vitest";
import { WAVE_STATUSES, type WaveStatus } from "#contracts/waves.ts";
import { dueStep, launchProblems, mayStep, STEPS } from "./step-rules.ts";

/** Written by hand. g go, d done already, - refused; columns as in WAVE_STATUSES. */
const TABLE: Record<(typeof STEPS)[number], string> = {
  //         draft confirming open closing sealed published withdrawn
  edit: "    g     -          -    -       -      -         -",
  remove: "  g     -          -    -       -      -         -",
  launch: "  g     d          -    -       -      -         -",
  confirm: " -     g          -    -       -      -         -",
  open: "    -     g          d    -       -      -         -",
  close: "   -     -          g    d       d      d         -",
  seal: "    -     -          -    g       d      d         -",
  publish: " -     -          -    -       g      d         -",
  withdraw: "-     g          g    -       g      g         d",
};
const CELLS = STEPS.flatMap((step) =>
  TABLE[step]
    .trim()
    .split(/\s+/)
    .map((mark, i) => ({ step, status: WAVE_STATUSES[i] as WaveStatus, mark })),
);

test("the table has a cell for every step and state", () => {
  expect(CELLS).toHaveLength(STEPS.length * WAVE_STATUSES.length);
});

test.each(CELLS)("$step a $status wave: $mark", ({ step, status, mark }) => {
  const outcome = mayStep(step, status);
  if (mark === "-") {
    expect((outcome as { refused: string }).refused).toMatch(/\w.*\.$/);
  } else expect(outcome).toBe(mark === "g" ? "go" : "done");
});

describe("what the clock asks", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 9, 5, hour));
  const wave = { opensAt: at(9), closesAt: at(17), heldBack: false };
  test.each([
    ["draft", 12, null],
    ["confirming", 8, null],
    ["confirming", 9, "open"],
    ["confirming", 12, "open"],
    // Whoever was not running all day does not open a wave for nobody.
    ["confirming", 17, null],
    ["open", 12, null],
    ["open", 17, "close"],
    ["open", 23, "close"],
    ["closing", 8, "seal"],
    ["sealed", 8, "publish"],
    ["published", 23, null],
    ["withdrawn", 23, null],
  ] as const)("%s at %s o'clock: %s", (status, hour, step) => {
    expect(dueStep({ ...wave, status }, at(hour))).toBe(step);
  });

  test("by hand nothing opens by itself, and what a check held back is not tried again and again", () => {
    expect(dueStep({ ...wave, status: "confirming", opensAt: null }, at(12))).toBeNull();
    expect(dueStep({ ...wave, status: "sealed", heldBack: true }, at(12))).toBeNull();
  });
});

describe("before a launch", () => {
  const now = new Date("2026-10-01T10:00:00Z");
  const good = {
    running: null,
    teams: 4,
    opensAt: new Date("2026-10-10T08:00:00Z"),
    closesAt: new Date("2026-10-24T16:00:00Z"),
    closesOn: "2026-10-24",
    deletesOn: "2028-10-24",
    statements: 13,
  };
  test("nothing stands in the way of a good plan, nor of one that opens by hand", () => {
    expect(launchProblems(good, now)).toEqual({});
    expect(launchProblems({ ...good, opensAt: null }, now)).toEqual({});
  });
  test.each([
    [{ running: "Summer" }, "label", "Summer is under way"],
    [{ teams: 0 }, "label", "no team yet"],
    [{ statements: 11 }, "label", "statements are missing"],
    [{ opensAt: now }, "opensAt", "has passed"],
    [{ closesAt: null }, "closesAt", "Say when it closes"],
    [{ closesAt: good.opensAt }, "closesAt", "after it opens"],
    [{ opensAt: null, closesAt: now }, "closesAt", "after it opens"],
    [{ deletesOn: null }, "deletesOn", "part of the promise"],
    [{ deletesOn: "2026-10-24" }, "deletesOn", "later day"],
  ])("%o is said at %s", (change, field, words) => {
    expect(launchProblems({ ...good, ...change }, now)[field]).toContain(words);
  });
});
