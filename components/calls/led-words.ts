import { CALL_LABELS, type LedTeam } from "#contracts/calls.ts";
import { longDate } from "#components/ui/dates.ts";

export type LedLine = {
  words: string;
  /** Where the one next step is taken, below the organisation's address. */
  link: { label: string; href: string };
};

/**
 * The one line about the team that a leader leads themselves, and its next step.
 * @param several the reader leads more than one unit, so each line names its own
 */
export function ledLine({ name, team, call }: LedTeam, several: boolean): LedLine {
  const own = several ? `Your own team in ${name}` : "Your own team";
  if (!team) {
    const where = several ? ` in ${name}` : "";
    return {
      words: `The people who report to you directly${where} are a team too: yours.`,
      link: { label: "Say who they are", href: "register#own-team" },
    };
  }
  if (team.waiting) {
    return { words: `${own} waits for HR’s yes.`, link: { label: `See ${team.name}`, href: "register" } };
  }
  const check = (label: string) => ({ label, href: `check/${team.id}` });
  if (!call) return { words: `${own} has no call yet.`, link: check("Check: a minute") };
  if (call.expired) {
    return { words: `${own}: the call of ${longDate(call.madeOn)} has expired.`, link: check("Check again") };
  }
  return {
    words: `${own}: ${CALL_LABELS[call.holds]}, since ${longDate(call.madeOn)}.`,
    link: { label: "See call and plan", href: `now?team=${team.id}` },
  };
}
