import type { AssignmentState, AssignmentView, PersonView, SignInState } from "#contracts/people.ts";
import { ROLE_LABELS, type Role } from "#contracts/roles.ts";
import { longDate } from "#components/ui/dates.ts";

export const SIGN_IN_WORDS: Record<SignInState, string> = {
  ready: "Can sign in.",
  invited: "Has not signed in yet: a link is open.",
  not_invited: "Cannot sign in yet: no link is open.",
};

export const STATE_WORDS: Record<AssignmentState, string> = {
  in_force: "In force",
  starts_later: "Starts later",
  ended: "Ended",
  revoked: "Taken back",
};

/** What a role lets its holder do, in one line, for the form that gives it. */
export const ROLE_HINTS: Record<Role, string> = {
  supervisor: "Runs one team: does its assessment, sees its results and plan.",
  senior_leader: "Sees the results of a unit and everything below it, and registers teams there.",
  hr_admin: "Runs structure, people and roles in a unit and below; for the whole organisation also waves and audit.",
  member: "Belongs to a team, without a page of their own.",
};

/** "HR admin, the whole organisation", "Supervisor, Lettings". */
export const roleWords = (a: { role: Role; unitName: string; unitKind?: string }): string =>
  `${ROLE_LABELS[a.role]}, ${a.unitKind === "organisation" ? "the whole organisation" : a.unitName}`;

export function datesWords(a: AssignmentView): string {
  const from = longDate(a.startsOn);
  if (a.endsOn === a.startsOn) return `Only ${from}`;
  return a.endsOn ? `${from} to ${longDate(a.endsOn)}` : `From ${from}`;
}

export const peopleTitle = (total: number, search: string): string => {
  if (search) return total === 1 ? `One person matches "${search}"` : `${total} people match "${search}"`;
  return total === 1 ? "One person is here" : `${total.toLocaleString("en-GB")} people are here`;
};

/** "Sam Okafor has three roles": what the page is opened for. */
export function personTitle(person: PersonView): string {
  if (person.status === "suspended") return `${person.name} is suspended`;
  const n = person.assignments.filter((a) => a.state === "in_force").length;
  if (n === 0) return `${person.name} has no role today`;
  return n === 1 ? `${person.name} has one role` : `${person.name} has ${n} roles`;
}
