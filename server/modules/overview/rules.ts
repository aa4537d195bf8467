import type { InTime } from "#contracts/help.ts";

/** The sentences of a leader's first page. Facts are counted; nothing is added up to one number. */

/**
 * Since when "since you last looked" counts: the last visit on another day. A second look on the same day does not make
 * the page empty.
 */
export function lookBack(look: { lookedOn: string; beforeOn: string | null } | null, today: string): string | null {
  if (!look) return null;
  return look.lookedOn < today ? look.lookedOn : look.beforeOn;
}

/** "3 of 12 teams", "all 12 teams", "the one team"; of at least one. */
function of(count: number, all: number, one: string, many: string): string {
  if (count < all) return `${count} of ${all} ${many}`;
  return all === 1 ? `the one ${one}` : `all ${all} ${many}`;
}
const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
const start = (sentence: string) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

export type Heard = {
  label: string | null;
  /** Rounded to five points, at most 90; null when it is not known or not shown. */
  participation: number | null;
  answers: number | null;
  inTime: InTime | null;
};

export function heardSentence({ label, participation, answers, inTime }: Heard): string {
  const share = participation === null ? null : participation >= 90 ? "90% or more" : `about ${participation}%`;
  const asked =
    label === null
      ? "No wave is published yet"
      : share !== null
        ? `${share} of those asked answered in ${label}`
        : answers !== null
          ? `${plural(answers, "person", "people")} answered in ${label}`
          : `${label} is published`;
  return `${start(asked)}; ${repliesWords(inTime)}.`;
}

function repliesWords(inTime: InTime | null): string {
  if (!inTime) return "no request for help has been due";
  if (inTime.of === 1)
    return `the one request for help that was due was ${inTime.inTime === 1 ? "" : "not "}answered in time`;
  const requests = inTime.inTime === inTime.of ? `all ${inTime.of}` : `${inTime.inTime} of ${inTime.of}`;
  return `${requests} requests for help were answered in time`;
}

export type Safe = { counted: { of: number; high: number } | null; harmed: number };

export function safeSentence({ counted, harmed }: Safe): string {
  const delivery =
    !counted || counted.of === 0
      ? "Nothing has been counted for delivery"
      : counted.high === 0
        ? `Counted delivery risk is under 40 in ${counted.of === 1 ? "the one place" : `all ${counted.of} places`} where it is known`
        : `Counted delivery risk is 40 or more in ${of(counted.high, counted.of, "place", "places")} where it is known`;
  const harm =
    harmed === 0
      ? "no team has said that the service could be harmed"
      : `${plural(harmed, "team has", "teams have")} said that the service could be harmed`;
  return `${delivery}; ${harm}.`;
}

export type Moving = { teams: number; withPlan: number; overdue: number };

export function movingSentence({ teams, withPlan, overdue }: Moving): string {
  if (teams === 0) return "There is no team here yet.";
  const plans =
    withPlan === 0
      ? "No team has an open plan"
      : `${start(of(withPlan, teams, "team", "teams"))} ${withPlan === 1 || teams === 1 ? "has" : "have"} an open plan`;
  const late =
    overdue === 0
      ? "nothing is past its day"
      : `${plural(overdue, "action is", "actions are")} past ${overdue === 1 ? "its" : "their"} day`;
  return `${plans}; ${late}.`;
}

export type Since = {
  published: readonly string[];
  asked: number;
  answered: number;
  passedUp: number;
  closed: readonly { outcome: string; count: number }[];
  teams: number;
};

/** What happened, each in one sentence; nothing that did not. */
export function sinceSentences({ published, asked, answered, passedUp, closed, teams }: Since): string[] {
  const actions = closed.reduce((sum, { count }) => sum + count, 0);
  const ended = closed.filter(({ count }) => count > 0).map(({ outcome, count }) => `${count} ${outcome}`);
  return [
    ...published.map((label) => `The results of ${label} came out.`),
    ...(asked > 0 ? [`${plural(asked, "request for help was", "requests for help were")} made.`] : []),
    ...(answered > 0 ? [`${plural(answered, "request for help was", "requests for help were")} answered.`] : []),
    ...(passedUp > 0 ? [`${plural(passedUp, "request", "requests")} went up because no answer came in time.`] : []),
    ...(actions > 0 ? [`${plural(actions, "action was", "actions were")} closed: ${ended.join(", ")}.`] : []),
    ...(teams > 0 ? [`${plural(teams, "team", "teams")} joined.`] : []),
  ];
}
