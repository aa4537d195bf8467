import { sql } from "drizzle-orm";
import type { PlanPulse } from "#contracts/wave-plans.ts";
import { teamMember } from "#db/schema/register.ts";
import { asSystem } from "#server/authz/index.ts";
import type { TestOrganisation, UnitName } from "../../factories/organisation.ts";
import type { TestDatabase } from "../../support/database.ts";
import { asSuperuser } from "../../support/superuser.ts";

/** A pulse that opens on Monday 7 October 2030, 09:00 in London, and closes two weeks later. */
export const PLAN: PlanPulse = {
  label: "Autumn 2030",
  opensAt: "2030-10-07T09:00",
  closesAt: "2030-10-21T17:00",
  deletesOn: "2032-10-21",
  extra: "X1",
  locals: [],
  agreedWithStaff: true,
  offersWelsh: false,
  welsh: [],
};

export const clockAt = (at: string) => ({ now: () => new Date(at) });
/** Three weeks before it opens. */
export const EARLY = clockAt("2030-09-16T09:00:00Z");
export const OPENING = clockAt("2030-10-07T08:00:00Z");
export const CLOSING = clockAt("2030-10-21T16:00:00Z");

/** Puts people on lists, with addresses unless told otherwise. Returns ids by unit. */
export function listPeople(
  org: TestOrganisation,
  people: Partial<Record<UnitName, number>>,
  options: { email?: boolean } = {},
): Promise<Partial<Record<UnitName, string[]>>> {
  return asSystem("Test", "member:manage", org.id, async ({ tx }) => {
    const ids: Partial<Record<UnitName, string[]>> = {};
    for (const [name, count] of Object.entries(people) as [UnitName, number][]) {
      const rows = await tx
        .insert(teamMember)
        .values(
          Array.from({ length: count }, (_, i) => ({
            orgId: org.id,
            unitId: org.units[name],
            name: `Person ${i} of ${name}`,
            email: options.email === false ? null : `p${i}.${name}@${org.slug}.example`,
            startsOn: "2026-01-01",
          })),
        )
        .returning({ id: teamMember.id });
      ids[name] = rows.map((row) => row.id);
    }
    return ids;
  });
}

/** A launched pulse at EARLY. Returns its id. */
export async function launched(org: TestOrganisation, plan: Partial<PlanPulse> = {}): Promise<string> {
  const hr = await org.as("hr", EARLY);
  const { id } = await hr.waves.plan({ ...PLAN, ...plan });
  await hr.waves.launch({ waveId: id });
  return id;
}

/** Rows of an outbox of a wave by kind and status. */
export function mailsOf(org: TestOrganisation, waveId: string): Promise<Record<string, number>> {
  return asSystem("Test", "wave:run", org.id, async ({ tx }) => {
    const rows = await tx.execute<{ kind: string; status: string; n: number }>(
      sql`select kind, status, count(*)::int as n from outbox_mail where wave_id = ${waveId} group by 1, 2 order by 1, 2`,
    );
    return Object.fromEntries(rows.map((row) => [`${row.kind} ${row.status}`, row.n]));
  });
}

/** What was stored, as nobody in the product could see it. */
export function looksInto(database: TestDatabase) {
  const one = (query: string, values: unknown[] = []) =>
    asSuperuser(database, async (sql) => (await sql.unsafe(query, values as never[]))[0] as Record<string, unknown>);
  const audits = async (orgId: string, action: string) =>
    (await one("select count(*)::int as n from audit_event where org_id = $1 and action = $2", [orgId, action])).n;
  const statusOf = async (waveId: string) => (await one("select status from wave where id = $1", [waveId])).status;
  const jobs = async (queue: string, waveId: string) =>
    asSuperuser(
      database,
      (sql) =>
        sql`select start_after, state from pgboss.job where name = ${queue} and data->>'waveId' = ${waveId} order by start_after`,
    );
  return { one, audits, statusOf, jobs };
}
