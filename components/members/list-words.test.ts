import { expect, test } from "vitest";
import type { OwnLists } from "#contracts/members.ts";
import { listsMeta, listsTitle } from "./list-words.ts";

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
