import { expect, test } from "vitest";
import type { PulseDetail } from "#contracts/wave-views.ts";
import { WAVE_STATUSES, type WaveStatus } from "#contracts/waves.ts";
import { costWords, mailWords, pulseNext, pulseTitle, togetherWords, wallTime } from "./pulse-words.ts";

const pulse = (status: WaveStatus, changes: Partial<PulseDetail> = {}): PulseDetail => ({
  id: status,
  label: "Autumn 2026",
  status,
  source: "pulse",
  k: 5,
  plannedOn: "2026-09-01",
  openedOn: null,
  closedOn: null,
  publishedOn: null,
  rehearsal: false,
  opensAt: "2026-10-05T09:00",
  closesAt: "2026-10-19T17:00",
  deletesOn: "2028-10-19",
  launchedOn: null,
  agreedWithStaff: true,
  welsh: false,
  receipt: null,
  statements: [],
  extra: null,
  together: [],
  lists: { lists: 5, confirmed: 2, waiting: [], people: 33, withoutAddress: 0 },
  invited: 1033,
  invitedWithoutAddress: 0,
  participation: [],
  mails: { waiting: 0, sent: 0, givenUp: 0, maybeTwice: 0 },
  remindedOn: null,
  heldBack: false,
  problems: {},
  running: null,
  ...changes,
});

test.each(WAVE_STATUSES)("a %s pulse says where it is and what happens next", (status) => {
  expect(pulseTitle(pulse(status))).toContain("Autumn 2026");
  expect(pulseNext(pulse(status))).toMatch(/\.$/);
});

test("the sentences that carry figures", () => {
  expect(pulseTitle(pulse("confirming"))).toBe("Autumn 2026: 2 of 5 lists are confirmed");
  expect(pulseTitle(pulse("open"))).toBe("Autumn 2026 is open to 1,033 people");
  expect(pulseNext(pulse("confirming"))).toContain("It opens by itself on Monday 5 October 2026, 09:00.");
  expect(pulseNext(pulse("confirming", { opensAt: null }))).toContain("You open it when you like.");
  expect(pulseNext(pulse("sealed", { heldBack: true }))).toContain("the same check runs again");
  expect(costWords({ k: 6, all: 27, seventy: 16 }, 58, true)).toContain("27 of 58 teams see their own result at 6");
  expect(costWords({ k: 5, all: 3, seventy: 3 }, 3, true)).toBe(
    "On today’s lists, every team sees its own result at 5, even if only seven in ten answer.",
  );
});

test("teams that are too small are told the way out", () => {
  expect(togetherWords(1, true)).toMatch(/^One team is too small .+ on the page of this plan\.$/);
  expect(togetherWords(1031, false)).toMatch(/^1,031 teams are too small .+ save this plan/);
});

test("wall time is read as it is written", () => {
  expect(wallTime("2026-10-25T01:30")).toBe("Sunday 25 October 2026, 01:30");
});

test("mails are counted, doubtful ones too", () => {
  expect(mailWords(pulse("open"))).toBe("No mail yet.");
  expect(mailWords(pulse("open", { mails: { waiting: 2, sent: 30, givenUp: 1, maybeTwice: 1 } }))).toBe(
    "Mails: 30 sent, 2 waiting to be sent, 1 refused by the address, 1 may have been sent twice.",
  );
});
