import { expect, test } from "vitest";
import { WAVE_STATUSES, type WaveDetail, type WaveStatus } from "#contracts/waves.ts";
import { wavesTitle, waveTitle, whatNext } from "./wave-words.ts";

const wave = (status: WaveStatus, changes: Partial<WaveDetail> = {}): WaveDetail => ({
  id: status,
  label: "Autumn 2026",
  status,
  source: "none",
  k: 5,
  plannedOn: "2026-11-01",
  openedOn: null,
  closedOn: null,
  publishedOn: null,
  rehearsal: false,
  progress: null,
  teamsToday: 4,
  openNow: null,
  ...changes,
});

test.each([
  [[], "No wave yet"],
  [[wave("draft")], "No wave is open. Autumn 2026 is planned"],
  [[wave("draft", { label: "Next" }), wave("open")], "Autumn 2026 is open"],
  [[wave("published")], "No wave is open"],
])("list %#", (waves, title) => {
  expect(wavesTitle(waves)).toBe(title);
});

test("one wave says how far it is", () => {
  const progress = { teams: 58, part1: 31, part2: 12, part3: 4 };
  expect(waveTitle(wave("open", { progress }))).toBe("Autumn 2026 is open: 31 of 58 teams assessed so far");
  expect(waveTitle(wave("sealed"))).toBe("Autumn 2026 is closed");
});

test.each(WAVE_STATUSES)("every status says what happens next: %s", (status) => {
  expect(whatNext(wave(status))).toMatch(/\.$/);
});

test("without a pulse the assessments stand alone, and it says so", () => {
  expect(whatNext(wave("sealed"))).toContain("stand alone");
  expect(whatNext(wave("sealed", { source: "import" }))).not.toContain("stand alone");
});
