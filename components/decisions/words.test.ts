import { describe, expect, test } from "vitest";
import type { Priority, UnitPriorities } from "#contracts/decisions.ts";
import { behindWords, prioritiesTitle, purposeWords } from "./words.ts";

const priority = (position: number, teams: number): Priority => ({
  id: String(position),
  position,
  words: "Homes fit to live in",
  since: "2026-11-01",
  teams,
  firstTeams: ["Voids", "Lettings", "Repairs"].slice(0, Math.min(3, teams)).map((name) => ({ unitId: name, name })),
});
const unit = (own: boolean, ...teams: number[]): UnitPriorities => ({
  unit: { unitId: "u", name: "Housing" },
  own,
  priorities: teams.map((count, index) => priority(index + 1, count)),
});

describe("the words of priorities", () => {
  test.each([
    [[unit(true)], "No priorities yet"],
    [[unit(true), unit(false, 0)], "No priorities yet"],
    [[unit(true, 1)], "The priority has a team behind it"],
    [[unit(true, 2, 1)], "Every priority has a team behind it"],
    [[unit(true, 2), unit(false, 1, 0)], "One priority of the level below has no team behind it"],
    [[unit(true, 2), unit(false, 0), unit(false, 0)], "Two priorities of the level below have no team behind them"],
    [[unit(true, 2, 0, 1)], "Priority 2 has no team behind it"],
    [[unit(true, 2, 0, 0)], "Two priorities have no team behind them"],
    [[unit(true, 0, 0)], "No priority has a team behind it yet"],
  ])("%#", (units, title) => {
    expect(prioritiesTitle(units)).toBe(title);
  });

  test.each([
    [0, "Priority 2 has no team behind it."],
    [1, "One team behind it: Voids."],
    [2, "2 teams behind it: Voids and Lettings."],
    [3, "3 teams behind it: Voids, Lettings and Repairs."],
    [5, "5 teams behind it: Voids, Lettings, Repairs and 2 more."],
  ])("%i teams", (teams, words) => {
    expect(behindWords(priority(2, teams))).toBe(words);
  });

  test.each([
    [0, 0, "There is no team here yet."],
    [4, 0, "Every team has a purpose."],
    [4, 1, "One of 4 teams has no purpose yet."],
    [4, 4, "4 of 4 teams have no purpose yet."],
  ])("%i teams, %i without", (teams, without, words) => {
    expect(purposeWords(teams, without)).toBe(words);
  });
});
