import { describe, expect, test } from "vitest";
import { CALLS, type CallInput } from "#contracts/calls.ts";
import { callWords, firstSide, largerRisk, orderReason, type TeamRisks } from "./rules.ts";

describe("the larger risk", () => {
  // 1.96 x sqrt((400 + 400 - 2 x 0.5 x 400) / 25) = 7.84 points.
  const team = (engagement: number, delivery: number, n = 25): TeamRisks => ({
    engagement,
    delivery,
    n,
    sDirection: 20,
    sDelivery: 20,
    r: 0.5,
  });
  test.each([
    ["beyond its interval", team(48, 40), null, "engagement", "team"],
    ["exactly at its interval", team(47.84, 40), null, "neither", "nothing"],
    ["inside its interval", team(47, 40), null, "neither", "nothing"],
    ["delivery beyond its interval", team(40, 48), null, "delivery", "team"],
    ["the same difference of fewer answers", team(48, 40, 9), null, "neither", "nothing"],
    ["no correlation known: the wider interval", { ...team(48, 40), r: null }, null, "neither", "nothing"],
    ["the team goes before the assessment", team(48, 40), { engagement: 10, delivery: 60 }, "engagement", "team"],
    ["else the assessment", team(47, 40), { engagement: 30, delivery: 40 }, "delivery", "assessment"],
    ["no team shown", null, { engagement: 40, delivery: 30 }, "engagement", "assessment"],
    ["one short of ten", null, { engagement: 40, delivery: 31 }, "neither", "nothing"],
    ["just below ten", null, { engagement: 39.95, delivery: 30 }, "neither", "nothing"],
    ["ten in thirds", null, { engagement: 160 / 3, delivery: 130 / 3 }, "engagement", "assessment"],
    ["nothing known", null, null, "neither", "nothing"],
  ] as const)("%s", (_, published, assessed, side, from) => {
    expect(largerRisk(published, assessed)).toEqual({ side, from });
  });
});

describe("the sentence and the order", () => {
  const input = (flags: Partial<CallInput["flags"]>, risk: CallInput["largerRisk"] = "neither"): CallInput => ({
    signals: { U: 2, C: 0, I: 2, K: 0 },
    flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false, ...flags },
    largerRisk: risk,
  });
  const both = { change_rolled_out: true, backlog_growing: true };

  test.each([
    [{}, "neither", null],
    [{}, "delivery", "delivery"],
    [{ service_could_be_harmed: true }, "engagement", "engagement"],
    [{ change_rolled_out: true }, "delivery", "change_rolled_out"],
    [{ backlog_growing: true }, "engagement", "backlog_growing"],
    [both, "engagement", "engagement"],
    [{ ...both, service_could_be_harmed: true }, "engagement", "service_could_be_harmed"],
  ] as const)("%j with %s larger: %s", (flags, risk, reason) => {
    expect(orderReason(input(flags, risk))).toBe(reason);
  });

  test("an order is explained only where two needs stand side by side", () => {
    expect(callWords(input({ backlog_growing: true })).order).toMatch(/^A backlog is growing/);
    const lead = callWords({ ...input({ backlog_growing: true }), signals: { U: 2, C: 0, I: 0, K: 0 } });
    expect([lead.call, lead.order]).toEqual(["lead", null]);
  });

  test("too close to call says that the rule does not decide", () => {
    const { call, order } = callWords(input({}));
    expect(call).toBe("too_close_to_call");
    expect(order).toMatch(/^The rule does not decide this\./);
  });

  test("the first side", () => {
    expect(CALLS.map(firstSide)).toEqual([null, "lead", "manage", "lead", "manage", null]);
  });
});
