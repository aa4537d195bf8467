import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PLAYBOOK_STEP_WORDS, PLAYBOOK_WORDS } from "#content/playbooks.ts";
import { PLAYBOOKS, type PlaybookName, PlaybookState, PlaybookStep } from "#contracts/plans.ts";
import type { RiskCell } from "#contracts/results.ts";
import {
  backlogGate,
  isAtGate,
  movePlaybook,
  type PlaybookMove,
  nextStep,
  type PlaybookEvent,
  rollOutGate,
  factsGate,
  gateOpensOn,
  lastWholeWeek,
  startPlaybook,
  stepsOf,
} from "./playbook-rules.ts";

const LOOKED = { kept: "the weekly count", changed: "nothing", stopped: "the second form" };
const ON = "2026-11-24";
const EVENTS: PlaybookEvent[] = [
  ...PlaybookStep.options.flatMap((step) =>
    [true, false].flatMap((gateOpen): PlaybookEvent[] => [
      { type: "complete", step, on: ON, gateOpen },
      { type: "complete", step, on: ON, gateOpen, looked: LOOKED },
    ]),
  ),
  ...PlaybookStep.options.flatMap((step): PlaybookEvent[] => [
    { type: "reopen", step, on: ON, reason: "We went too fast." },
    { type: "reopen", step, on: ON, reason: "  " },
  ]),
  { type: "leave", on: ON, looked: LOOKED },
  { type: "leave", on: ON, looked: { ...LOOKED, stopped: " " } },
];

/** The model: the order as words of product notes, section 4, the gate before the fourth step, and a position in it. */
const MODEL: Record<PlaybookName, string> = {
  policy_roll_out: "purpose_explained outcome_agreed | milestones owners checks reviewed",
  case_backlog: "measured workflow_mapped blockers_removed | stable reimagine reviewed",
};
const ended = "ended";
type Place = number | typeof ended;

function modelMove(name: PlaybookName, place: Place, event: PlaybookEvent): Place | "refused" {
  const words = MODEL[name].split(" ");
  const gate = words.indexOf("|");
  const order = words.filter((word) => word !== "|");
  if (place === ended) return "refused";
  if (event.type === "leave") return event.looked.stopped.trim() ? ended : "refused";
  if (event.type === "count") return place;
  const at = order.indexOf(event.step);
  if (event.type === "reopen") return at >= 0 && at < place && event.reason.trim() ? at : "refused";
  if (at !== place) return "refused";
  if (at === gate && !event.gateOpen) return "refused";
  if (at < order.length - 1) return at + 1;
  return event.looked ? ended : "refused";
}

describe.each(PLAYBOOKS)("%s", (name) => {
  test("all paths to depth 12: the machine does what the model does, and no order is forbidden", () => {
    // Paths that end in the same place go on alike, so each place is walked once per depth and its paths are counted.
    let level = new Map<Place, { state: PlaybookState; paths: bigint }>([
      [0, { state: startPlaybook(name), paths: 1n }],
    ]);
    let paths = 0n;
    const reached = new Set<Place>([0]);
    for (let depth = 1; depth <= 12; depth++) {
      const next: typeof level = new Map();
      for (const [place, { state, paths: ways }] of level) {
        for (const event of EVENTS) {
          const expected = modelMove(name, place, event);
          const before = JSON.stringify(state);
          const move = movePlaybook(state, event);
          expect(JSON.stringify(state)).toBe(before);
          const to = expected === "refused" ? place : expected;
          if ("refused" in move) expect([expected, move.refused.length > 10]).toEqual(["refused", true]);
          else {
            expect(move.state.ended ? ended : move.state.done.length).toBe(expected);
            expect(stepsOf(name).slice(0, move.state.done.length)).toEqual(move.state.done.map(({ step }) => step));
            PlaybookState.parse(move.state);
          }
          reached.add(to);
          paths += ways;
          const known = next.get(to);
          next.set(to, { state: "refused" in move ? state : move.state, paths: (known?.paths ?? 0n) + ways });
        }
      }
      level = next;
    }
    expect(reached).toEqual(new Set([0, 1, 2, 3, 4, 5, ended]));
    let all = 0n;
    for (let depth = 1; depth <= 12; depth++) all += BigInt(EVENTS.length) ** BigInt(depth);
    expect(paths).toBe(all);
  });

  test("along any path a step behind the gate was let in by an open gate, and going back left its reason", () => {
    const steps = stepsOf(name);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { minLength: 12, maxLength: 60 }), (events) => {
        let state = startPlaybook(name);
        for (const event of events) {
          const move = movePlaybook(state, event);
          if ("refused" in move) continue;
          const [was, is] = [state.done.length, move.state.done.length];
          if (is > was) {
            expect(is).toBe(was + 1);
            if (isAtGate(state)) expect(event).toMatchObject({ type: "complete", gateOpen: true });
          }
          if (is < was)
            expect(move.state.reopened.at(-1)).toMatchObject({ step: steps[is], reason: "We went too fast." });
          expect(move.state.reopened.length - state.reopened.length).toBe(is < was ? 1 : 0);
          expect(nextStep(move.state)).toBe(move.state.ended ? null : steps[is]);
          state = move.state;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the straight way through ends with what was kept, changed and stopped", () => {
    let state = startPlaybook(name);
    for (const step of stepsOf(name)) {
      const move = movePlaybook(state, { type: "complete", step, on: ON, gateOpen: true, looked: LOOKED });
      if ("refused" in move) throw new Error(move.refused);
      state = move.state;
    }
    expect(state.ended).toEqual({ on: ON, looked: LOOKED });
  });

  test("every step has words, and meaning comes before structure where the name says so", () => {
    const sides = stepsOf(name).map((step) => PLAYBOOK_STEP_WORDS[step].side);
    expect(sides[0]).toBe(name === "policy_roll_out" ? "lead" : "manage");
    expect(new Set(sides).size).toBe(2);
    expect(PLAYBOOK_WORDS[name].gate.length).toBeGreaterThan(40);
  });
});

describe("the gate of a roll-out", () => {
  const at = (risk: number) => ({ mark: "value", risk }) as RiskCell;
  const hidden = { mark: "hidden" } as RiskCell;
  const state: PlaybookState = {
    ...startPlaybook("policy_roll_out"),
    done: [
      { step: "purpose_explained", on: "2026-11-01" },
      { step: "outcome_agreed", on: "2026-11-10" },
    ],
  };
  test.each([
    ["nine days, no reading", "2026-11-19", null, false],
    ["ten days", "2026-11-20", null, true],
    ["both recovered", "2026-11-12", { closedOn: "2026-11-11", aim: at(39), reasons: at(39) }, true],
    ["aim at the cut", "2026-11-12", { closedOn: "2026-11-11", aim: at(40), reasons: at(20) }, false],
    ["reasons at the cut", "2026-11-12", { closedOn: "2026-11-11", aim: at(20), reasons: at(40) }, false],
    ["one not shown", "2026-11-12", { closedOn: "2026-11-11", aim: at(20), reasons: hidden }, false],
    ["a wave from before", "2026-11-12", { closedOn: "2026-11-10", aim: at(20), reasons: at(20) }, false],
  ])("%s: %s", (_, today, later, open) => expect(rollOutGate(state, { today, later })).toBe(open));

  test("is shut while no outcome is agreed", () => {
    const later = { closedOn: "2026-11-11", aim: at(10), reasons: at(10) };
    expect(rollOutGate(startPlaybook("policy_roll_out"), { today: "2030-01-01", later })).toBe(false);
  });
});

describe("the gate of a backlog", () => {
  const weeks = (...counts: [string, number, number][]) =>
    counts.map(([weekOf, arrivals, closures]) => ({ weekOf, arrivals, closures }));
  const good = weeks(["2026-11-02", 10, 10], ["2026-11-09", 10, 12], ["2026-11-16", 0, 0]);
  test.each([
    ["three weeks running, equal is enough", good, "2026-11-24", true],
    ["in any order given", [...good].reverse(), "2026-11-24", true],
    ["two weeks", good.slice(1), "2026-11-24", false],
    ["one week below", weeks(["2026-11-02", 10, 9], ["2026-11-09", 10, 12], ["2026-11-16", 9, 9]), "2026-11-24", false],
    ["a week is missing", weeks(["2026-10-26", 9, 9], ["2026-11-09", 9, 9], ["2026-11-16", 9, 9]), "2026-11-24", false],
    ["an older bad week does not count", [...weeks(["2026-10-26", 20, 1]), ...good], "2026-11-24", true],
    ["counted two weeks ago", good, "2026-11-30", true],
    ["not counted for longer", good, "2026-12-01", false],
    ["never counted", [], "2026-11-24", false],
  ])("%s: %s", (_, counted, today, open) => expect(backlogGate(counted, today)).toBe(open));
});

describe("counting weeks", () => {
  const week = (weekOf: string, on: string, closures = 9): PlaybookEvent => ({
    type: "count",
    weekOf,
    arrivals: 9,
    closures,
    on,
  });
  const counted = (...events: PlaybookEvent[]) =>
    events.reduce<PlaybookMove>((move, event) => ("state" in move ? movePlaybook(move.state, event) : move), {
      state: startPlaybook("case_backlog"),
    });

  test.each([
    ["a Tuesday", "2026-11-03", "2026-11-24", /Monday/],
    ["this week", "2026-11-23", "2026-11-29", /not over/],
  ])("%s is no week", (_, weekOf, on, why) => {
    expect(counted(week(weekOf, on))).toEqual({ refused: expect.stringMatching(why) });
  });

  test("weeks stand in order, and one counted again is put right", () => {
    const move = counted(
      week("2026-11-09", "2026-11-24"),
      week("2026-11-02", "2026-11-24"),
      week("2026-11-09", "2026-11-24", 3),
    );
    expect("state" in move && move.state.counted.map(({ weekOf, closures }) => [weekOf, closures])).toEqual([
      ["2026-11-02", 9],
      ["2026-11-09", 3],
    ]);
  });

  test("a roll-out counts nothing", () => {
    expect(movePlaybook(startPlaybook("policy_roll_out"), week("2026-11-02", "2026-11-24"))).toHaveProperty("refused");
  });

  test.each([
    ["2026-11-23", "2026-11-16"],
    ["2026-11-24", "2026-11-16"],
    ["2026-11-29", "2026-11-16"],
  ])("on %s the last whole week began on %s", (today, monday) => {
    expect(lastWholeWeek(today)).toBe(monday);
  });
});

describe("numbers of four weeks stand in where nobody counts by the week", () => {
  const removed: PlaybookState = {
    ...startPlaybook("case_backlog"),
    done: [
      { step: "measured", on: "2026-10-01" },
      { step: "workflow_mapped", on: "2026-10-02" },
      { step: "blockers_removed", on: "2026-10-05" },
    ],
  };
  test.each([
    ["four weeks later, as many closed as came in", removed, "2026-11-02", 40, true],
    ["a day too early, so that a day lies before", removed, "2026-11-01", 40, false],
    ["fewer closed than came in", removed, "2026-11-02", 39, false],
    ["blockers not removed yet", startPlaybook("case_backlog"), "2026-11-02", 40, false],
  ])("%s", (_, state, givenOn, closures, open) => {
    expect(factsGate(state, { givenOn, arrivals: 40, closures })).toBe(open);
  });
});

test("without a new wave the gate of a roll-out opens on a known day", () => {
  const agreed: PlaybookState = {
    ...startPlaybook("policy_roll_out"),
    done: [
      { step: "purpose_explained", on: "2026-11-02" },
      { step: "outcome_agreed", on: "2026-11-04" },
    ],
  };
  expect(gateOpensOn(agreed)).toBe("2026-11-14");
  expect(gateOpensOn(startPlaybook("policy_roll_out"))).toBeNull();
  const later = null;
  expect(rollOutGate(agreed, { today: "2026-11-13", later })).toBe(false);
  expect(rollOutGate(agreed, { today: "2026-11-14", later })).toBe(true);
});
