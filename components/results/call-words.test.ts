import { describe, expect, test } from "vitest";
import type { Call, CallsBelow } from "#contracts/calls.ts";
import { callAndPlanOf, callAndPlanWords } from "./call-words.ts";

type Team = CallsBelow["teams"][number];
const team = (path: string, holds: Call | null, more: { expired?: boolean; plan?: Team["plan"] } = {}): Team => ({
  id: path.split("/").at(-1) ?? path,
  name: path,
  path: path.split("/"),
  call: holds && {
    madeOn: "2026-11-02",
    expiresOn: "2026-12-14",
    expired: more.expired ?? false,
    holds,
    decidedOtherwise: false,
  },
  plan: more.plan ?? null,
});

const SAID = callAndPlanOf({
  teams: [
    team("org/housing/repairs", "lead_then_manage", { plan: { open: 2, overdue: 1 } }),
    team("org/housing/lettings", "lead", { plan: { open: 1, overdue: 0 } }),
    team("org/housing/rents", "lead"),
    team("org/growth/planning", "keep_the_rhythm", { expired: true }),
    team("org/parks/east", "keep_the_rhythm"),
    team("org/waste", null, { plan: { open: 3, overdue: 0 } }),
  ],
});

const wordsOf = (id: string) => {
  const said = SAID.get(id);
  return said && callAndPlanWords(said);
};

describe("call and plan beside the figures", () => {
  test("a team by its own call and how many actions are open", () => {
    expect(wordsOf("repairs")).toBe("Lead, then manage; plan: 2 open, 1 overdue");
    expect(wordsOf("rents")).toBe("Lead");
  });

  test("a unit by how many of its teams need what", () => {
    expect(wordsOf("housing")).toBe("2 lead, 1 both; plan: 3 open, 1 overdue");
    expect(wordsOf("org")).toBe("2 lead, 1 both; plan: 6 open, 1 overdue");
  });

  test("no need among those that have a call is said as a team says it", () => {
    expect(wordsOf("parks")).toBe("Keep the rhythm");
  });

  test("an expired call is none, and a row without either says nothing", () => {
    for (const nothing of ["planning", "growth", "elsewhere"]) expect(SAID.has(nothing)).toBe(false);
    expect(wordsOf("waste")).toBe("Plan: 3 open");
  });
});
