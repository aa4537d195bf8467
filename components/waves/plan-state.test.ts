import { describe, expect, test } from "vitest";
import { PlanPulse } from "#contracts/wave-plans.ts";
import { askedIn, fieldsOf, firstDraft, planOf } from "./plan-state.ts";

const basis = { k: 6, zone: "Europe/London", cadence: "by_hand" as const, today: "2026-11-24" };

describe("a plan as it is typed", () => {
  test.each([
    ["2026-11-24", "2026-12-14T09:00"],
    ["2026-11-23", "2026-12-08T09:00"],
    ["2026-11-29", "2026-12-14T09:00"],
  ])("starts on a Monday, two weeks or more from %s", (today, opensAt) => {
    const draft = firstDraft({ ...basis, today });
    expect(new Date(`${draft.opensAt}:00Z`).getUTCDay()).toBe(1);
    expect(draft.opensAt >= opensAt.slice(0, 8)).toBe(true);
    expect(draft).toMatchObject({ k: 6, closesAt: expect.stringMatching(/T17:00$/) });
    expect(PlanPulse.safeParse(planOf({ ...draft, label: "Spring" })).success).toBe(true);
  });

  test.each([
    ["2026-11-20", "2027-01-11"],
    ["2026-12-28", "2027-01-11"],
    ["2026-11-16", "2026-11-30"],
    ["2027-01-04", "2027-01-18"],
  ])("from %s it proposes no day around Christmas", (today, opensOn) => {
    expect(firstDraft({ ...basis, today }).opensAt).toBe(`${opensOn}T09:00`);
  });

  test("an empty own statement is none, and Welsh goes along only where it was confirmed", () => {
    const draft = {
      ...firstDraft(basis),
      label: "Spring",
      locals: ["I can take my breaks.", "  "],
      welsh: { D1: { words: "Gair.", confirmed: true }, D2: { words: "Arall.", confirmed: false } },
    };
    expect(planOf(draft)).toMatchObject({
      locals: ["I can take my breaks."],
      welsh: [{ code: "D1", words: "Gair." }],
    });
    expect(askedIn(draft).map((s) => s.code)).toHaveLength(14);
    expect(askedIn(draft)[1]).toMatchObject({ cy: "Arall.", confirmed: false });
    // No confirmation, no words of ours: the draft is only there to start from.
    expect(askedIn(draft)[2]).toMatchObject({ confirmed: false });
    expect(askedIn(draft)[2]?.cy).not.toBe("");
  });

  test("messages lead to the field that they are about", () => {
    expect(
      fieldsOf([
        { path: ["locals", 1], message: "Long." },
        { path: ["label"], message: "Empty." },
      ]),
    ).toEqual({
      "locals.1": "Long.",
      label: "Empty.",
    });
  });
});
