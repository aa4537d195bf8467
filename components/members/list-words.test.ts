import { expect, test } from "vitest";
import type { OwnLists } from "#contracts/members.ts";
import { differenceMeta, differenceTitle, listsMeta, listsTitle } from "./list-words.ts";

const list = (name: string, confirmedBy: string | null, members = 3): OwnLists["lists"][number] => ({
  unitId: name,
  name,
  code: name,
  isTeam: true,
  inWave: true,
  confirmedBy,
  siblings: [],
  members: Array.from({ length: members }, (_, i) => ({
    memberId: `${i}`,
    name: `Person ${i}`,
    email: null,
    startsOn: "2026-01-01",
  })),
});
const wave = { waveId: "w", label: "Autumn 2026", confirming: true, opensAt: "2026-10-05T09:00" };
const own = (lists: OwnLists["lists"], changes: Partial<OwnLists> = {}): OwnLists => ({
  wave,
  lists,
  together: [],
  ...changes,
});

test.each([
  [own([list("Repairs", null)]), "Please confirm the list of Repairs"],
  [own([list("Repairs", null), list("Lettings", null)]), "Please confirm 2 lists"],
  [own([list("Repairs", "Ada")]), "Your lists are confirmed"],
  [own([list("Repairs", null)], { wave: { ...wave, confirming: false } }), "Your list: 3 people"],
  [own([list("Repairs", null, 1)], { wave: null }), "Your list: 1 person"],
])("title %#", (lists, title) => {
  expect(listsTitle(lists)).toBe(title);
});

test("when it opens stands beside it", () => {
  expect(listsMeta(own([]))).toBe("Autumn 2026 opens on 5 October 2026, 09:00. From then on the list stays as it is.");
  expect(listsMeta(own([], { wave: { ...wave, confirming: false, opensAt: null } }))).toContain("when HR says so");
  expect(listsMeta(own([], { wave: null }))).toBe("No wave is planned.");
});

test.each([
  [{ joins: 2, leaves: 23, renamed: 0 }, "2 people would join, 23 would leave"],
  [{ joins: 0, leaves: 1, renamed: 1 }, "1 person would leave, 1 gets a new name"],
  [{ joins: 0, leaves: 0, renamed: 3 }, "3 people get a new name"],
  [{ joins: 0, leaves: 0, renamed: 0 }, "Nothing would change"],
])("what a file would change: %j", (difference, words) => expect(differenceTitle(difference)).toBe(words));

test("a file's size in words", () => {
  expect(differenceMeta({ rows: 1, lists: 1, unchanged: 1 })).toBe("1 row, 1 list. 1 person stays as they are.");
  expect(differenceMeta({ rows: 1423, lists: 142, unchanged: 1420 })).toBe(
    "1,423 rows, 142 lists. 1,420 people stay as they are.",
  );
});
