import { expect, test } from "vitest";
import { ModeSpan } from "#contracts/calls.ts";
import { expiresOn, isExpired, modeTimeline } from "./timeline-rules.ts";

test("a call holds for six weeks", () => {
  expect(expiresOn("2026-10-13")).toBe("2026-11-24");
  expect(isExpired("2026-10-13", "2026-11-23")).toBe(false);
  expect(isExpired("2026-10-13", "2026-11-24")).toBe(true);
});

test("each call holds until the next, at most six weeks", () => {
  const calls = [
    { madeOn: "2026-01-05", holds: "lead" },
    { madeOn: "2026-02-02", holds: "lead_then_manage" },
    { madeOn: "2026-06-01", holds: "manage" },
    { madeOn: "2026-06-01", holds: "keep_the_rhythm" },
    { madeOn: "2026-11-02", holds: "too_close_to_call" },
  ] as const;
  const spans = modeTimeline(calls, "2026-11-24");
  expect(spans.map((span) => ModeSpan.parse(span))).toEqual(spans);
  expect(spans).toEqual([
    { call: "lead", from: "2026-01-05", until: "2026-02-02", ended: "next_call" },
    { call: "lead_then_manage", from: "2026-02-02", until: "2026-03-16", ended: "expired" },
    { call: "keep_the_rhythm", from: "2026-06-01", until: "2026-07-13", ended: "expired" },
    { call: "too_close_to_call", from: "2026-11-02", until: null, ended: "holds" },
  ]);
});

test("the last call ends on the day it expires, not before", () => {
  const last = (today: string) => modeTimeline([{ madeOn: "2026-10-13", holds: "lead" }], today)[0]?.ended;
  expect([last("2026-11-23"), last("2026-11-24")]).toEqual(["holds", "expired"]);
});

test("a call on the very day the one before expires follows it without a gap", () => {
  const [first] = modeTimeline(
    [
      { madeOn: "2026-10-13", holds: "lead" },
      { madeOn: "2026-11-24", holds: "manage" },
    ],
    "2026-11-24",
  );
  expect(first).toEqual({ call: "lead", from: "2026-10-13", until: "2026-11-24", ended: "next_call" });
});
