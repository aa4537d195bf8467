import type { WaveDetail, WaveSource, WaveStatus, WaveSummary } from "#contracts/waves.ts";

export const STATUS_WORDS: Record<WaveStatus, string> = {
  draft: "Planned",
  confirming: "Lists being confirmed",
  open: "Open",
  closing: "Closing",
  sealed: "Closed",
  published: "Published",
  withdrawn: "Withdrawn",
};

export const SOURCE_WORDS: Record<WaveSource, string> = { none: "None", import: "Imported", pulse: "Pulse" };

/** The first sentence of the list. */
export function wavesTitle(waves: readonly WaveSummary[]): string {
  const open = waves.find((w) => w.status === "open");
  if (open) return `${open.label} is open`;
  const draft = waves.find((w) => w.status === "draft");
  if (draft) return `No wave is open. ${draft.label} is planned`;
  return waves.length === 0 ? "No wave yet" : "No wave is open";
}

/** The first sentence of one wave. */
export function waveTitle(wave: WaveDetail): string {
  if (wave.status === "draft") return `${wave.label} is planned`;
  if (wave.status === "withdrawn") return `${wave.label} was withdrawn`;
  if (wave.status === "open" && wave.progress) {
    const { teams, part1 } = wave.progress;
    return `${wave.label} is open: ${part1} of ${teams} ${teams === 1 ? "team" : "teams"} assessed so far`;
  }
  return `${wave.label} is ${wave.status === "published" ? "published" : "closed"}`;
}

/** What happens next, in words. */
export function whatNext(wave: WaveDetail): string {
  switch (wave.status) {
    case "draft":
      return wave.openNow
        ? `${wave.openNow} is open. Close it first: one wave is open at a time.`
        : "Opening it freezes today’s structure for this wave. Supervisors then find their assessment under Now.";
    case "confirming":
    case "open":
    case "closing":
      return "Supervisors give their assessments until you close it. Nothing is shown to their line before.";
    case "sealed":
      return wave.source === "none"
        ? "This wave had no pulse, so the assessments stand alone. Leaders see the supervisors’ view for five or more teams."
        : "The team answers are being checked. They are published as soon as nobody can be identified.";
    case "published":
      return "Results can be read by everybody for their own part of the organisation.";
    case "withdrawn":
      return "Its results can no longer be read.";
  }
}
