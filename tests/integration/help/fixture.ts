import { roleAssignment } from "#db/schema/people.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import type { PersonaName, TestOrganisation, UnitName } from "#tests/factories/organisation.ts";

/** Noon of a day in London. */
export const on = (day: string): Clock => ({ now: () => new Date(`${day}T12:00:00Z`) });

/** One more leader: `nobody` by default, of the organisation itself by default. */
export function alsoLeads(
  org: TestOrganisation,
  who: PersonaName = "nobody",
  where: UnitName = "root",
  dates: { startsOn?: string; endsOn?: string } = {},
): Promise<unknown> {
  return inTransaction({ orgId: org.id }, (tx) =>
    tx.insert(roleAssignment).values({
      orgId: org.id,
      personId: org.people[who].personId,
      role: "senior_leader",
      unitId: org.units[where],
      startsOn: dates.startsOn ?? "2026-01-01",
      endsOn: dates.endsOn ?? null,
    }),
  );
}
