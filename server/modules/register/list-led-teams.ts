import { eq } from "drizzle-orm";
import { organisationSetting } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findOwnAddress, listLedUnits, listOwnTeams, listStanding } from "./own-team-queries.ts";

type LedUnit = {
  unitId: string;
  name: string;
  /** The team of the people who report to the leader; null while there is none. */
  team: { id: string; name: string; waiting: boolean } | null;
  /** How many stand directly in the unit, without the leader. */
  people: number;
  /** A team that the reader registers here waits for HR. */
  waits: boolean;
};

/** Units that the reader leads, each with the team that they lead themselves. */
export async function listLedTeams(scope: Scope<"team:register">, approves: readonly string[]): Promise<LedUnit[]> {
  const units = await listLedUnits(scope);
  if (units.length === 0) return [];
  const ids = units.map(({ id }) => id);
  const email = (await findOwnAddress(scope)) ?? "";
  const [teams, people, [setting]] = await Promise.all([
    listOwnTeams(scope, ids),
    listStanding(scope, ids, email),
    scope.tx.select().from(organisationSetting).where(eq(organisationSetting.orgId, scope.organisation.id)),
  ]);
  return units.map(({ id, name }) => {
    const team = teams.find(({ parentId }) => parentId === id);
    return {
      unitId: id,
      name,
      team: team ? { id: team.id, name: team.name, waiting: team.status === "pending" } : null,
      people: people.filter(({ unitId }) => unitId === id).length,
      waits: setting?.teamRegistration !== "live" && !approves.includes(id),
    };
  });
}
