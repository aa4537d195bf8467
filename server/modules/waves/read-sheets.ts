import { and, asc, eq, isNull } from "drizzle-orm";
import type { LinkSheets } from "#contracts/wave-views.ts";
import type { WaveRef } from "#contracts/waves.ts";
import { teamMember } from "#db/schema/register.ts";
import { waveUnit } from "#db/schema/waves.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { env } from "#server/kernel/env.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { linksOf } from "#server/modules/responses/index.ts";
import { mustFindWave } from "./queries.ts";

/**
 * One-use links for people without an address, by the list that they stand on, to be printed and handed out. In the order of
 * their secrets: a card has no name, and its place says nothing of a place on a list.
 *
 * @throws not_found; refused while the wave is not open: links exist from opening to closing only
 */
export async function readSheets(scope: Scope<"wave:run">, input: WaveRef): Promise<LinkSheets> {
  const found = await mustFindWave(scope, input.waveId);
  if (found.source !== "pulse" || found.status !== "open" || found.closesAt === null) {
    throw refused("Links exist while a pulse is open.");
  }
  const orgId = scope.organisation.id;
  const members = await scope.tx
    .select({ memberId: teamMember.id, unitId: teamMember.unitId })
    .from(teamMember)
    .where(and(eq(teamMember.orgId, orgId), isNull(teamMember.email)));
  const links = await linksOf(
    scope,
    found.id,
    members.map((m) => m.memberId),
  );
  const units = await scope.tx
    .select({ unitId: waveUnit.unitId, name: waveUnit.name })
    .from(waveUnit)
    .where(and(eq(waveUnit.orgId, orgId), eq(waveUnit.waveId, found.id)))
    .orderBy(asc(waveUnit.position));
  return {
    organisation: scope.organisation.name,
    waveLabel: found.label,
    openUntil: dateIn(scope.organisation.zone, found.closesAt),
    welsh: found.welsh,
    sheets: units.flatMap(({ unitId, name }) => {
      const own = members.flatMap((m) => (m.unitId === unitId ? (links.get(m.memberId) ?? []) : []));
      const addresses = own.map((path) => `${env().BEARING_URL}${path}`);
      return addresses.length > 0 ? [{ unitId, team: name, links: addresses.sort(bySecret) }] : [];
    }),
  };
}

const secretOf = (link: string) => link.slice(link.lastIndexOf(".") + 1);
const bySecret = (a: string, b: string) => (secretOf(a) < secretOf(b) ? -1 : 1);
