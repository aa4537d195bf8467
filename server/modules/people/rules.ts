import { addDays } from "#contracts/dates.ts";
import type { AssignmentState } from "#contracts/people.ts";
import type { UnitKind } from "#contracts/register.ts";
import type { Role } from "#contracts/roles.ts";

export type Dated = { startsOn: string; endsOn: string | null };

/** Supervisors and members belong to a team; leaders and HR to a unit, or to the organisation as a whole. */
export const FITTING_UNITS: Record<Role, readonly UnitKind[]> = {
  supervisor: ["team"],
  member: ["team"],
  senior_leader: ["unit", "organisation"],
  hr_admin: ["unit", "organisation"],
};

/** A deputy stands in for four weeks at most, first and last day counted. */
export const DEPUTY_DAYS = 28;

export function assignmentState(a: Dated & { revoked: boolean }, today: string): AssignmentState {
  if (a.revoked) return "revoked";
  if (a.endsOn !== null && a.endsOn < today) return "ended";
  return a.startsOn > today ? "starts_later" : "in_force";
}

/** Two inclusive ranges share a day; an open end never ends. */
export function overlap(a: Dated, b: Dated): boolean {
  return (a.endsOn === null || b.startsOn <= a.endsOn) && (b.endsOn === null || a.startsOn <= b.endsOn);
}

/**
 * Null when the dates can be stored, else the message per field. A role is never dated back: it would say that somebody
 * was responsible on a day on which they could see nothing.
 */
export function dateProblem(dates: Dated, today: string): Record<string, string> | null {
  if (dates.startsOn < today) return { startsOn: "A role starts today or later." };
  if (dates.startsOn > addDays(today, 366)) return { startsOn: "Choose a day within the next year." };
  if (dates.endsOn !== null && dates.endsOn < dates.startsOn) {
    return { endsOn: "The last day cannot be before the first day." };
  }
  return null;
}

/** As `dateProblem`, for a deputy of an assignment. */
export function deputyProblem(dates: Dated & { endsOn: string }, original: Dated, today: string) {
  const problem = dateProblem(dates, today);
  if (problem) return problem;
  if (dates.endsOn > addDays(dates.startsOn, DEPUTY_DAYS - 1)) {
    return { endsOn: "A deputy stands in for four weeks at most." };
  }
  if (dates.startsOn < original.startsOn || (original.endsOn !== null && dates.endsOn > original.endsOn)) {
    return { endsOn: "The role that they stand in for does not last over these days." };
  }
  return null;
}
