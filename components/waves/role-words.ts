import type { CostOfK } from "#contracts/wave-views.ts";

export const SEEING_ROLES = ["Supervisors", "Leaders", "HR"] as const;
export type SeeingRole = (typeof SEEING_ROLES)[number];
export type Seen = { when: string; words: string };

/** Statements, notes and files need at least so many (docs/disclosure.md). */
const LEAST_FOR_STATEMENTS = 10;

/** What each role will see of a wave with this smallest group, by what it costs on today's lists. */
export function seenByRole(k: number, { teams, costs }: Pick<CostOfK, "teams" | "costs">): Record<SeeingRole, Seen[]> {
  const cost = costs.find((c) => c.k === k);
  const statements = Math.max(k, LEAST_FOR_STATEMENTS);
  const many =
    !cost || teams === 0
      ? ""
      : cost.all === teams
        ? " That is every team, if everybody answers."
        : ` That is ${cost.all} of ${teams} teams if everybody answers, ${cost.seventy} if seven in ten do.`;
  return {
    Supervisors: [
      { when: "While it is open", words: "Their own assessment of the team, and nothing of what the team answers." },
      {
        when: `From ${k} answers on`,
        words: `Both risks of their own team, and single statements from ${statements} on.${many}`,
      },
      {
        when: "With fewer",
        words: "The nearest larger group, labelled as that, and a guide to ask the same in a team meeting.",
      },
      { when: "Never", words: "Who answered, or what anybody answered." },
    ],
    Leaders: [
      { when: "While it is open", words: "Which teams their supervisors have not assessed yet. No answers." },
      {
        when: "Afterwards",
        words: `Every unit and team below them from ${k} answers on, as heatmap, quadrant and trend.`,
      },
      { when: "With fewer", words: "“Not shown”. Those answers count in a larger group." },
      { when: "Never", words: "Anybody’s answers, who answered, or supervisors in an order." },
    ],
    HR: [
      {
        when: "While it is open",
        words: "How many have answered: once a day, in four bands, for units of twenty people or more.",
      },
      { when: "Afterwards", words: "What leaders see, for the whole organisation, and the certificate." },
      { when: "Never", words: "Anybody’s answers, or a list of who answered. Reminders go to everybody." },
    ],
  };
}
