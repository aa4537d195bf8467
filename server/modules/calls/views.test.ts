import { describe, expect, test } from "vitest";
import { type CallBasis, CallForLine, CallView, DecideCall } from "#contracts/calls.ts";
import { callForLine, callView, type KeptCall, teamSideOf } from "./views.ts";

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
    const view = callView(kept, "2026-11-23", "shown");
    expect(CallView.parse(view)).toEqual(view);
    expect([view.made.call, view.holds, view.expired]).toEqual(["too_close_to_call", "too_close_to_call", false]);
    expect(callView(kept, "2026-11-24", "shown").expired).toBe(true);
  });

  test("the choice holds, and the rule's own word stays beside it", () => {
    const view = callView({ ...kept, decided }, "2026-10-20", "shown");
    expect([view.holds, view.made.call, view.decided?.reason]).toEqual(["lead", "too_close_to_call", decided.reason]);
  });
});

describe("what the team said, when it may not be read today", () => {
  const byTeam: CallBasis = {
    ...basis,
    waveId: "w1",
    input: { ...basis.input, signals: { U: 3, C: 0, I: 0, K: 0 } },
  };
  test.each([
    ["a wave is open and the own view comes first", true, ["w1"], "locked"],
    ["its release was withdrawn", false, [], "withdrawn"],
    ["it is published", false, ["w1"], "shown"],
  ] as const)("%s", (_, locked, published, side) => {
    expect(teamSideOf(byTeam, locked, new Set(published))).toBe(side);
    const text = JSON.stringify(callView({ ...kept, basis: byTeam }, "2026-10-20", side));
    expect(text.includes("aiming for")).toBe(side === "shown");
    expect(text.includes("You and your team agree")).toBe(side === "shown");
  });

  test("nor does the order say which of the team's risks is larger", () => {
    const larger: CallBasis = {
      ...byTeam,
      largerRiskFrom: "team",
      input: { ...basis.input, largerRisk: "engagement" },
    };
    const orderOf = (side: "locked" | "shown", given = larger) =>
      callView({ ...kept, basis: given }, "2026-10-20", side).made.order;
    expect(orderOf("shown")).toMatch(/Engagement risk/);
    expect(orderOf("locked")).not.toMatch(/Engagement/);
    expect(orderOf("locked", { ...larger, largerRiskFrom: "assessment" })).toMatch(/Engagement risk/);
    const flag = { ...larger.input, flags: { ...larger.input.flags, backlog_growing: true } };
    expect(orderOf("locked", { ...larger, input: flag })).toMatch(/backlog/);
  });

  test("no published wave was behind it", () => {
    expect(teamSideOf(basis, false, new Set())).toBe("none");
  });
});

describe("the same call for the line", () => {
  test("says what holds and whether it was decided otherwise, and nothing more", () => {
    const row = { madeOn: "2026-10-13", call: "too_close_to_call", choice: "lead" } as const;
    const view = callForLine(row, "2026-10-20");
    expect(CallForLine.strict().parse(view)).toEqual(view);
    expect(view).toEqual({
      madeOn: "2026-10-13",
      expiresOn: "2026-11-24",
      expired: false,
      holds: "lead",
      decidedOtherwise: true,
    });
    expect(callForLine({ ...row, choice: null }, "2026-11-24")).toMatchObject({
      holds: "too_close_to_call",
      decidedOtherwise: false,
      expired: true,
    });
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
