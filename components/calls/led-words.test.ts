import { expect, test } from "vitest";
import type { LedTeam } from "#contracts/calls.ts";
import { ledLine } from "./led-words.ts";

const led: LedTeam = {
  unitId: "d1",
  name: "Housing",
  team: { id: "t1", name: "Housing leadership team", waiting: false },
  call: { madeOn: "2026-11-03", expired: false, holds: "lead" },
  people: 6,
  waits: false,
};

test.each([
  ["a call that holds", led, "Your own team: Lead, since 3 November 2026.", "now?team=t1"],
  [
    "an expired call",
    { ...led, call: { ...led.call!, expired: true } },
    "Your own team: the call of 3 November 2026 has expired.",
    "check/t1",
  ],
  ["no call", { ...led, call: null }, "Your own team has no call yet.", "check/t1"],
  [
    "a team that waits",
    { ...led, team: { ...led.team!, waiting: true }, call: null },
    "Your own team waits for HR’s yes.",
    "register",
  ],
  [
    "no team",
    { ...led, team: null, call: null },
    "The people who report to you directly are a team too: yours.",
    "register#own-team",
  ],
])("%s: one line and one next step", (_, of, words, href) => {
  const line = ledLine(of, false);
  expect(line.words).toBe(words);
  expect(line.link.href).toBe(href);
});

test("whoever leads several units reads which one", () => {
  expect(ledLine(led, true).words).toBe("Your own team in Housing: Lead, since 3 November 2026.");
  expect(ledLine({ ...led, team: null }, true).words).toContain("directly in Housing");
});
