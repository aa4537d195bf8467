import type { PulseDetail } from "#contracts/wave-views.ts";
import type { ParticipationBand, WaveStatus } from "#contracts/waves.ts";
import { longDate } from "#components/ui/dates.ts";

const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });

/** "2026-10-05T09:00" as "Monday 5 October 2026, 09:00": a wall time has no zone, the server has chosen it. */
export function wallTime(local: string): string {
  return `${WEEKDAY.format(new Date(`${local}:00Z`))} ${wallDay(local)}, ${local.slice(11)}`;
}

/** The day of a wall time, in words. */
export const wallDay = (local: string): string => longDate(local.slice(0, 10));

export const BAND_WORDS: Record<ParticipationBand, string> = {
  under_quarter: "Under a quarter",
  under_half: "A quarter to a half",
  under_three_quarters: "A half to three quarters",
  most: "Three quarters or more",
};

const people = (n: number) => (n === 1 ? "1 person" : `${n.toLocaleString("en-GB")} people`);

/** The first sentence of a pulse's page. */
export function pulseTitle(pulse: PulseDetail): string {
  const { label, lists } = pulse;
  const titles: Record<WaveStatus, string> = {
    draft: `${label} is planned`,
    confirming: `${label}: ${lists.confirmed} of ${lists.lists} lists are confirmed`,
    open: `${label} is open to ${people(pulse.invited ?? 0)}`,
    closing: `${label} is closing`,
    sealed: pulse.heldBack ? `The results of ${label} are held back` : `${label} is closed`,
    published: `The results of ${label} are out`,
    withdrawn: `${label}`,
  };
  return titles[pulse.status];
}

/** What happens next, in words. */
export function pulseNext(pulse: PulseDetail): string {
  const { opensAt, closesAt, lists } = pulse;
  switch (pulse.status) {
    case "draft":
      return "When you launch it, the structure of that day, the statements, the dates and the smallest group are fixed, and supervisors are asked to confirm their lists.";
    case "confirming": {
      const open = lists.lists - lists.confirmed;
      const waiting = open === 0 ? "Every list is confirmed." : "Lists that nobody confirms are used as they are.";
      return opensAt
        ? `It opens by itself on ${wallTime(opensAt)}. ${waiting}`
        : `You open it when you like. ${waiting}`;
    }
    case "open":
      return closesAt
        ? `It closes by itself on ${wallTime(closesAt)}. Nothing is shown before, not even to you.`
        : "Nothing is shown before it closes, not even to you.";
    case "closing":
      return "Answers are being sealed: the links, and everything that says who had one, are deleted. This takes a minute.";
    case "sealed":
      return pulse.heldBack
        ? "On the certificate you raise the smallest group, and the same check runs again. The answers wait, sealed. Teams can report together from the next wave on."
        : "Results are being made and checked. They are out as soon as nobody can be identified.";
    case "published":
      return "Everybody reads the results of their own part of the organisation. The answers themselves are deleted on the day that was promised.";
    case "withdrawn":
      return pulse.publishedOn
        ? "Nothing. Its results can no longer be read; their sums are kept for later checks."
        : "Nothing. Nobody is asked any more, and it has no results.";
  }
}

/** What a smallest group costs, in one sentence. */
export function costWords(
  { k, all, seventy }: { k: number; all: number; seventy: number },
  teams: number,
  fromLists: boolean,
): string {
  const basis = fromLists ? "On today’s lists" : "By head counts";
  if (seventy === teams) return `${basis}, every team sees its own result at ${k}, even if only seven in ten answer.`;
  const others = Math.min(all, seventy) < teams ? " The others are counted with a larger group." : "";
  return `${basis}, ${all} of ${teams} teams see their own result at ${k} if everybody answers, and ${seventy} if seven in ten do.${others}`;
}

/** What can be done for teams that are too small even if everybody answers: on the plan's own page. */
export function togetherWords(small: number, saved: boolean): string {
  const teams = small === 1 ? "One team is too small" : `${small.toLocaleString("en-GB")} teams are too small`;
  return `${teams} even if everybody answers. Small teams of one unit may report together: ${saved ? "choose them on the page of this plan." : "save this plan, then choose them on its page."}`;
}

/** Mails of a wave, in one sentence. */
export function mailWords({ mails }: PulseDetail): string {
  const parts = [
    mails.sent > 0 ? `${mails.sent.toLocaleString("en-GB")} sent` : "",
    mails.waiting > 0 ? `${mails.waiting.toLocaleString("en-GB")} waiting to be sent` : "",
    mails.givenUp > 0 ? `${mails.givenUp} refused by the address` : "",
    mails.maybeTwice > 0 ? `${mails.maybeTwice} may have been sent twice` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "No mail yet." : `Mails: ${parts.join(", ")}.`;
}
