import { describe, expect, test } from "vitest";
import { MISMATCH_BUTTONS } from "#content/plan-words.ts";
import type { Call, Lens } from "#contracts/calls.ts";
import { type PlanAction, PlanView } from "#contracts/plans.ts";
import {
  daysOver,
  draftProblems,
  latestDue,
  mismatchOf,
  planView,
  priorityProblems,
  purposeProblems,
} from "./rules.ts";

const TODAY = "2026-11-24";
const ADDS_STRUCTURE = "This action adds structure. Your check says people need meaning first.";
const ADDS_MEANING = "This action adds meaning. Your check says the work needs structure first.";

describe("an action", () => {
  const draft = {
    result: "Every open job has one name on it",
    steps: ["List the jobs"],
    ownerId: "2b1c3c62-3a52-4f4f-9b3e-5d5a3b1f0a11",
    dueOn: "2026-12-15",
    chosenAnyway: false,
  };
  const at = { open: 0, today: TODAY, mismatch: null };
  const fields = (change: Partial<typeof draft> | { ownerId: null } | { dueOn: null }, where = at) =>
    Object.keys(draftProblems({ ...draft, ...change }, where));

  test.each([
    ["nothing wrong", {}, []],
    ["no result: steps are not asked for yet", { result: " ", steps: [] }, ["result"]],
    ["a result without a step", { steps: [" "] }, ["steps"]],
    ["no owner", { ownerId: null }, ["ownerId"]],
    ["no date", { dueOn: null }, ["dueOn"]],
    ["due today", { dueOn: TODAY }, ["dueOn"]],
    ["due tomorrow", { dueOn: "2026-11-25" }, []],
    ["due in eight weeks", { dueOn: "2027-01-19" }, []],
    ["due a day later", { dueOn: "2027-01-20" }, ["dueOn"]],
  ])("%s", (_, change, wrong) => expect(fields(change)).toEqual(wrong));

  test("eight weeks from today", () => expect(latestDue(TODAY)).toBe("2027-01-19"));

  test("three is the limit", () => {
    expect(fields({}, { ...at, open: 2 })).toEqual([]);
    expect(draftProblems(draft, { ...at, open: 3 })).toEqual({ plan: "Three is the limit. Close one first." });
  });

  test("one that does not fit has to be chosen on purpose", () => {
    const mismatch = mismatchOf("manage", "lead", []);
    expect(draftProblems(draft, { ...at, mismatch })).toEqual({ chosenAnyway: ADDS_STRUCTURE });
    expect(draftProblems({ ...draft, chosenAnyway: true }, { ...at, mismatch })).toEqual({});
  });
});

describe("the notice of a mismatch", () => {
  test.each<[Lens, Call | null, Lens[], string | null]>([
    ["lead", "lead", [], null],
    ["manage", "lead", [], ADDS_STRUCTURE],
    ["manage", "lead", ["lead"], ADDS_STRUCTURE],
    ["manage", "manage", [], null],
    ["lead", "manage", [], ADDS_MEANING],
    ["lead", "lead_then_manage", [], null],
    ["manage", "lead_then_manage", [], ADDS_STRUCTURE],
    ["manage", "lead_then_manage", ["manage"], ADDS_STRUCTURE],
    ["manage", "lead_then_manage", ["lead"], null],
    ["manage", "manage_then_lead", [], null],
    ["lead", "manage_then_lead", [], ADDS_MEANING],
    ["lead", "manage_then_lead", ["manage"], null],
    ["lead", "keep_the_rhythm", [], null],
    ["manage", "too_close_to_call", [], null],
    ["manage", null, [], null],
  ])("%s under %s after %j", (side, call, closedSince, words) => {
    expect(mismatchOf(side, call, closedSince)).toBe(words);
  });

  test("both sides offer the same two ways on", () => {
    expect(MISMATCH_BUTTONS.manage).toEqual({ anyway: "Choose it anyway", others: "See actions for meaning" });
    expect(MISMATCH_BUTTONS.lead.others).toBe("See actions for structure");
  });
});

describe("the plan as it is read", () => {
  const action = (id: string, side: Lens, dueOn: string, closedOn: string | null = null): PlanAction => ({
    id,
    side,
    result: "Every open job has one name on it",
    steps: ["List the jobs"],
    owner: { id: "p", name: "Sam Okoro" },
    startedOn: "2026-11-01",
    dueOn,
    libraryId: null,
    closed: closedOn === null ? null : { on: closedOn, outcome: "kept", learned: "" },
  });
  const call = { holds: "lead_then_manage", madeOn: "2026-11-10" } as const;

  test("open by day with what is overdue, closed last first, places left", () => {
    const view = planView(
      [
        action("late", "lead", "2026-11-20"),
        action("old", "lead", "2026-11-01", "2026-11-02"),
        action("later", "manage", "2026-12-20"),
        action("new", "manage", "2026-11-09", "2026-11-12"),
      ],
      call,
      TODAY,
    );
    expect(PlanView.parse(view)).toEqual(view);
    expect(view.open.map(({ id, daysOver: over }) => [id, over])).toEqual([
      ["late", 4],
      ["later", 0],
    ]);
    expect(view.closed.map(({ id }) => id)).toEqual(["new", "old"]);
    expect([view.call, view.placesLeft]).toEqual(["lead_then_manage", 1]);
    // The lead action was closed before this call was made: meaning still comes first.
    expect(view.open.map(({ mismatch }) => mismatch)).toEqual([null, ADDS_STRUCTURE]);
  });

  test("a lead action closed since the call lets structure follow", () => {
    const view = planView(
      [action("a", "manage", "2026-12-20"), action("b", "lead", "2026-11-20", "2026-11-10")],
      call,
      TODAY,
    );
    expect(view.open[0]?.mismatch).toBeNull();
  });

  test("without a call nothing is out of place; on its day nothing is overdue", () => {
    const view = planView([action("a", "manage", TODAY)], null, TODAY);
    expect([view.call, view.open[0]?.mismatch, view.open[0]?.daysOver]).toEqual([null, null, 0]);
    expect(daysOver("2026-11-23", TODAY)).toBe(1);
  });
});

describe("the purpose in one sentence", () => {
  const sentence = "We help families in Northbridge find a home that is safe and that they can afford.";
  test.each([
    ["as it should be", sentence, "families in Northbridge", []],
    ["in other letters and spaces", sentence, " FAMILIES  in northbridge ", []],
    ["nobody benefits", sentence, " ", ["benefits"]],
    ["somebody who is not in it", sentence, "landlords", ["benefits"]],
    ["25 words", Array(25).fill("word").join(" "), "word", []],
    ["26 words", Array(26).fill("word").join(" "), "word", ["sentence"]],
    ["two sentences", "We help families. We do it well.", "families", ["sentence"]],
    ["nothing", "", "families", ["sentence"]],
  ])("%s", (_, text, benefits, wrong) => {
    expect(Object.keys(purposeProblems({ sentence: text, benefits }))).toEqual(wrong);
  });
});

test.each([
  [["a", "b", "c"], []],
  [["a", "b", "c", "d"], ["priorities"]],
  [["a", " A "], ["priorities"]],
  [["a", "", " "], []],
])("priorities %j", (given, wrong) => expect(Object.keys(priorityProblems(given))).toEqual(wrong));
