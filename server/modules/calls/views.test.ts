import { describe, expect, test } from "vitest";
import { type CallBasis, CallForLine, CallView, DecideCall } from "#contracts/calls.ts";
import { callForLine, callView, type KeptCall } from "./views.ts";

const basis: CallBasis = {
  rule: 1,
  input: {
    signals: { U: 3, C: 0, I: 2, K: 0 },
    flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
    largerRisk: "neither",
  },
  largerRiskFrom: "nothing",
  waveId: null,
  needs: { meaning: "seen", structure: null },
  statements: [{ code: "D1", risk: 60, low: 52, high: 68 }],
  facts: null,
};
const kept: KeptCall = {
  callId: "c1",
  team: { id: "t1", name: "Housing repairs" },
  madeOn: "2026-10-13",
  basis,
  decided: null,
};
const decided = { choice: "lead", reason: "The new system starts on Monday.", decidedOn: "2026-10-14" } as const;

describe("the supervisor's own call", () => {
  test("is whole, and expires", () => {
    const view = callView(kept, "2026-11-23");
    expect(CallView.parse(view)).toEqual(view);
    expect([view.made.call, view.holds, view.expired]).toEqual(["too_close_to_call", "too_close_to_call", false]);
    expect(callView(kept, "2026-11-24").expired).toBe(true);
  });

  test("the choice holds, and the rule's own word stays beside it", () => {
    const view = callView({ ...kept, decided }, "2026-10-20");
    expect([view.holds, view.made.call, view.decided?.reason]).toEqual(["lead", "too_close_to_call", decided.reason]);
  });
});

describe("the same call for the line", () => {
  test("says what holds and nothing of signals, answers or the reason", () => {
    const view = callForLine({ ...kept, decided }, "2026-10-20");
    expect(CallForLine.strict().parse(view)).toEqual(view);
    expect(view).toEqual({
      madeOn: "2026-10-13",
      expiresOn: "2026-11-24",
      expired: false,
      holds: "lead",
      decidedOtherwise: true,
    });
  });

  test("two strengths that lead to one call read alike", () => {
    const strong = { ...basis, input: { ...basis.input, signals: { U: 2, C: 3, I: 3, K: 3 } } };
    expect(callForLine({ ...kept, basis: strong }, "2026-10-20")).toEqual(callForLine(kept, "2026-10-20"));
    expect(callForLine(kept, "2026-10-20").decidedOtherwise).toBe(false);
  });
});

describe("deciding", () => {
  const id = "2b1c3c62-3a52-4f4f-9b3e-5d5a3b1f0a11";
  test.each([
    ["a choice with a reason", "lead_then_manage", "The date is fixed.", true],
    ["without a reason", "lead", "  ", false],
    ["too close to call is no choice", "too_close_to_call", "I cannot say.", false],
  ])("%s", (_, choice, reason, fine) => {
    expect(DecideCall.safeParse({ callId: id, choice, reason }).success).toBe(fine);
  });
});
