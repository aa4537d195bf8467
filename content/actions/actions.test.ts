import { describe, expect, test } from "vitest";
import { LEAD_VERBS, MANAGE_VERBS } from "#contracts/plans.ts";
import { ACTIONS } from "./index.ts";
import { lintAction, lintLibrary } from "./lint.ts";
import { LibraryAction, type LibraryAction as Action } from "./schema.ts";

const [lead, manage] = [ACTIONS.find((a) => a.side === "lead")!, ACTIONS.find((a) => a.side === "manage")!];
const ruleOf = (action: Action) => lintAction(action).map(({ rule }) => rule);

describe("the library", () => {
  test("at least thirty on each side, and every verb is served", () => {
    expect(ACTIONS.filter((a) => a.side === "lead").length).toBeGreaterThanOrEqual(30);
    expect(ACTIONS.filter((a) => a.side === "manage").length).toBeGreaterThanOrEqual(30);
    expect(new Set(ACTIONS.map((a) => a.verb))).toEqual(new Set([...LEAD_VERBS, ...MANAGE_VERBS]));
  });

  test("ids and titles are used once; an id begins with its verb", () => {
    expect(new Set(ACTIONS.map((a) => a.id)).size).toBe(ACTIONS.length);
    expect(new Set(ACTIONS.map((a) => a.title)).size).toBe(ACTIONS.length);
    for (const { id, verb } of ACTIONS) expect(id.startsWith(`${verb}-`)).toBe(true);
  });

  test("no sentence stands in two actions", () => {
    const lines = ACTIONS.flatMap((a) => [a.when, a.first, ...a.steps, a.side === "lead" ? a.destination : a.protects]);
    expect(lines.filter((text, index) => lines.indexOf(text) !== index)).toEqual([]);
  });

  test("the lint finds nothing", () => expect(lintLibrary(ACTIONS)).toEqual([]));
});

describe("the schema refuses", () => {
  const { destination: _d, ...withoutDestination } = lead as Extract<Action, { side: "lead" }>;
  const { protects: _p, ...withoutQuality } = manage as Extract<Action, { side: "manage" }>;
  test.each<[string, unknown]>([
    ["a lead action without destination", withoutDestination],
    ["a lead action with an empty destination", { ...lead, destination: "   " }],
    ["a lead action with a quality instead", { ...withoutDestination, protects: "What was promised gets done." }],
    ["a manage action without protected quality", withoutQuality],
    ["a manage action with an empty quality", { ...manage, protects: "" }],
    ["a manage action with a destination instead", { ...withoutQuality, destination: "People know what it is for." }],
    ["a verb of the other side", { ...lead, verb: "planning" }],
    ["more than eight weeks", { ...lead, weeks: 9 }],
    ["four steps", { ...lead, steps: [...lead.steps, lead.steps[0]] }],
    ["no first sentence", { ...lead, first: undefined }],
  ])("%s", (_, action) => expect(LibraryAction.safeParse(action).success).toBe(false));

  test("and takes what it should", () => {
    expect(LibraryAction.safeParse(lead).success).toBe(true);
    expect(LibraryAction.safeParse(manage).success).toBe(true);
  });
});

describe("planted breaches are found", () => {
  const long = "Facilitate organisational interdependencies through multidisciplinary prioritisation.";
  test.each<[string, Action, string]>([
    ["slogan", { ...lead, first: "Let us go the extra mile this week." }, "slogan"],
    ["trait word", { ...manage, first: "Ask the most charismatic person to run it." }, "trait_word"],
    [
      "a long title",
      { ...lead, title: "One two three four five six seven eight nine ten eleven twelve more" },
      "length",
    ],
    ["a long aim", { ...lead, destination: Array(21).fill("go").join(" ") }, "length"],
    ["hard words", { ...lead, when: long, first: long, steps: [long, long, long] }, "reading_age"],
  ])("%s", (_, action, rule) => expect(ruleOf(action)).toContain(rule));

  test("one side shorter in number", () => {
    const rules = lintLibrary(ACTIONS.filter((a) => a.id !== manage.id)).map(({ rule }) => rule);
    expect(rules).toContain("symmetry");
  });

  test("one side longer in words", () => {
    const padded = ACTIONS.map((a) => (a.side === "lead" ? { ...a, when: `${a.when} ${a.when}` } : a));
    expect(lintLibrary(padded).map(({ rule }) => rule)).toContain("symmetry");
  });

  test("too few on a side, and a verb without actions", () => {
    const few = ACTIONS.filter((a) => a.verb !== "trust");
    expect(lintLibrary(few).filter(({ rule }) => rule === "number").length).toBeGreaterThanOrEqual(2);
  });
});
