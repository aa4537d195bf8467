/** The one-paragraph mail of the month for a leader: the sentences of the overview, and what waits. No figure of a person. */

export type MonthlyFacts = {
  organisation: string;
  name: string;
  /** The units that the leader leads. */
  units: readonly string[];
  /** "November 2026". */
  month: string;
  since: readonly string[];
  heard: string;
  safe: string;
  moving: string;
  /** Requests that wait for this leader, and how many of them are over their time. */
  waiting: number;
  over: number;
  link: string;
};

const list = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

function waitingSentence(waiting: number, over: number): string {
  if (waiting === 0) return "Nobody is waiting for you.";
  const requests = waiting === 1 ? "One request waits" : `${waiting} requests wait`;
  const late =
    over === 0
      ? ""
      : waiting === 1
        ? ", over its time"
        : over === waiting
          ? ", all over their time"
          : `, ${over} of them over ${over === 1 ? "its" : "their"} time`;
  return `${requests} for your answer${late}.`;
}

/** What is most urgent comes first: whoever waits, then what happened, then how it stands. */
export function monthlyMail(facts: MonthlyFacts): { subject: string; text: string } {
  const { organisation, name, units, month, since, heard, safe, moving, waiting, over, link } = facts;
  const first = waitingSentence(waiting, over);
  const paragraph = [first, ...since, heard, safe, moving].join(" ");
  return {
    subject:
      waiting === 0
        ? `${list(units)} in ${month}`
        : `${list(units)} in ${month}: ${waiting === 1 ? "one request waits" : `${waiting} requests wait`} for you`,
    text: `Hello ${name},\n\n${paragraph}\n\n${link}\n\n${organisation}. This comes once a month to leaders of units.\n`,
  };
}
