import postgres from "postgres";
import { hashPassword } from "#server/auth/passwords.ts";
import { closeDatabases } from "#server/kernel/databases.ts";
import { makeOrganisation } from "../factories/organisation.ts";

/** Of everybody in it. */
export const PASSWORD = "kettle meadow violin seven";

export type PulseOrganisation = { slug: string; hr: string; supervisors: { email: string; team: string }[] };

/**
 * An organisation of its own beside the demo, with people on the lists of three teams that somebody runs: Housing repairs
 * 12, Lettings 9, Applications 8, of whom two have no address.
 */
export async function plantPulseOrganisation(): Promise<PulseOrganisation> {
  const app = process.env.BEARING_E2E_DATABASE_URL;
  const superuser = process.env.BEARING_E2E_SUPERUSER_URL;
  if (!app || !superuser) throw new Error("start the browser tests with npm run test:e2e");
  process.env.DATABASE_URL = app;
  process.env.DATABASE_RELEASER_URL = app;
  process.env.DATABASE_RESPONDENT_URL = app;
  process.env.AUTH_SECRET = "signs nothing: the server under test has its own";
  const slug = `harbour-${Date.now().toString(36)}`;
  const org = await makeOrganisation(slug);
  const sql = postgres(superuser, { max: 1, onnotice: () => {} });
  try {
    await sql`update organisation set name = 'Harbour council' where id = ${org.id}`;
    await sql`update account set password_hash = ${await hashPassword(PASSWORD)} where email like ${`%@${slug}.example`}`;
    await sql`update unit set status = 'closed' where org_id = ${org.id} and code = 'B2'`;
    await sql`insert into role_assignment (org_id, person_id, role, unit_id, starts_on)
      values (${org.id}, ${org.people.nobody.personId}, 'supervisor', ${org.units.a2}, '2026-01-01')`;
    for (const [unitId, people] of [
      [org.units.a1, 12],
      [org.units.a2, 9],
      [org.units.b1, 8],
    ] as const) {
      for (let i = 1; i <= people; i++) {
        const email = i <= 2 && people === 8 ? null : `person${i}.${people}@${slug}.example`;
        await sql`insert into team_member (org_id, unit_id, name, email, starts_on)
          values (${org.id}, ${unitId}, ${`Person ${i} of ${people}`}, ${email}, '2026-01-01')`;
      }
    }
  } finally {
    await sql.end();
  }
  const { hr, supervisor, otherSupervisor, nobody } = org.people;
  return {
    slug,
    hr: hr.email,
    supervisors: [
      { email: supervisor.email, team: "Housing repairs" },
      { email: otherSupervisor.email, team: "Applications" },
      { email: nobody.email, team: "Lettings" },
    ],
  };
}

export const closePulseOrganisation = closeDatabases;
