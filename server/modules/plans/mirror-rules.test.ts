import { describe, expect, test } from "vitest";
import { ACTIONS } from "#content/actions/index.ts";
import type { Call } from "#contracts/calls.ts";
import { type MirrorAction, mirrorHalf } from "./mirror-rules.ts";

const CALLS: Call[] = ["lead", "manage", "manage_then_lead", "keep_the_rhythm", "too_close_to_call"];
const of = (id: string, closed = false): MirrorAction => ({
  side: ACTIONS.find((action) => action.id === id)!.side,
  libraryId: id,
  closed,
});
const first = (verb: string) => ACTIONS.find((action) => action.verb === verb)!.id;

describe("a half of the mirror", () => {
  test("counts what was asked for and done on its own side", () => {
    const actions = [of(first("purpose"), true), of(first("trust")), of(first("planning"))];
    expect(mirrorHalf("lead", CALLS, actions)).toMatchObject({ asked: 3, begun: 2, closed: 1 });
    expect(mirrorHalf("manage", CALLS, actions)).toMatchObject({ asked: 3, begun: 1, closed: 0 });
  });

  test("knows nothing of the other half", () => {
    const lead = [of(first("purpose"))];
    const both = [...lead, of(first("planning"), true), of(first("risk"))];
    expect(mirrorHalf("lead", CALLS, both)).toEqual(mirrorHalf("lead", CALLS, lead));
    expect(mirrorHalf("manage", CALLS, lead)).toEqual(mirrorHalf("manage", CALLS, []));
  });

  test("suggests what was used least, and nothing twice", () => {
    expect(mirrorHalf("lead", [], []).suggestion).toBe(first("purpose"));
    expect(mirrorHalf("lead", [], [of(first("purpose"))]).suggestion).toBe(first("trust"));
    const lead = ACTIONS.filter((action) => action.side === "lead").map(({ id }) => of(id));
    const [one] = lead;
    expect(
      mirrorHalf(
        "lead",
        [],
        lead.filter((action) => action !== one),
      ).suggestion,
    ).toBe(one?.libraryId);
    expect(mirrorHalf("lead", [], lead).suggestion).toBe(one?.libraryId);
  });

  test("without a call or an action it still has one suggestion on each side", () => {
    for (const side of ["lead", "manage"] as const) {
      const half = mirrorHalf(side, [], []);
      expect(half).toMatchObject({ side, asked: 0, begun: 0, closed: 0 });
      expect(ACTIONS.find(({ id }) => id === half.suggestion)?.side).toBe(side);
    }
  });
});
