import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { CreatedOrganisation, CreateOrganisation, Invitation } from "#contracts/organisations.ts";
import { organisation } from "#db/schema/accounts.ts";
import { membership, person, roleAssignment } from "#db/schema/people.ts";
import { organisationSetting, unit, unitPlacement } from "#db/schema/register.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { type Clock, dateIn } from "#server/kernel/clock.ts";
import { invalid } from "#server/kernel/errors.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";
import { invitePerson } from "#server/modules/accounts/index.ts";
import { bookMonthly } from "#server/modules/overview/index.ts";
import { TEMPLATE_UNITS } from "./templates.ts";

/** `email` is that of the founder's own account; it decides whether the first HR admin is the founder. */
type Founder = { accountId: string; name: string; email?: string; tx: Transaction; clock: Clock };

const ZONE = "Europe/London";

/**
 * A new organisation with its root, the template's units, settings and its first HR admin. Leaves the transaction in the
 * new tenant. The audit row stands in the new organisation: it is its first.
 *
 * @throws invalid when the address (slug) is taken
 */
export async function createOrganisation(
  founder: Founder,
  input: CreateOrganisation,
  options: { demo?: boolean } = {},
): Promise<CreatedOrganisation & { id: string; rootUnitId: string }> {
  const { tx, clock } = founder;
  const id = randomUUID();
  const rootUnitId = randomUUID();
  const today = dateIn(ZONE, clock.now());
  await set(tx, { accountId: founder.accountId, orgId: id });
  const [made] = await tx
    .insert(organisation)
    .values({ id, slug: input.slug, name: input.name, demo: options.demo ?? false })
    .onConflictDoNothing({ target: organisation.slug })
    .returning({ id: organisation.id });
  if (!made) throw invalid("This address is taken.", { slug: "This address is taken. Choose another one." });

  await tx.insert(organisationSetting).values({ orgId: id });
  const units = TEMPLATE_UNITS[input.template].map(([code, name]) => ({ id: randomUUID(), code, name }));
  await tx
    .insert(unit)
    .values([
      { orgId: id, id: rootUnitId, code: "ORG", name: input.name, kind: "organisation", path: [rootUnitId] },
      ...units.map((u) => ({ orgId: id, ...u, kind: "unit", path: [rootUnitId, u.id] })),
    ]);
  if (units.length > 0) {
    await tx
      .insert(unitPlacement)
      .values(units.map((u) => ({ orgId: id, unitId: u.id, parentId: rootUnitId, startsOn: today })));
  }

  const [hr] = await tx
    .insert(person)
    .values({ orgId: id, name: input.hrName, email: input.hrEmail })
    .returning({ id: person.id });
  if (!hr) throw new Error("the first HR admin was not stored");
  const invitation =
    founder.email === input.hrEmail ? await joinAtOnce(founder, id, hr.id) : await invite(founder, id, hr.id, input);
  await tx
    .insert(roleAssignment)
    .values({ orgId: id, personId: hr.id, role: "hr_admin", unitId: rootUnitId, startsOn: today });

  const scope = {
    permission: "organisation:create",
    organisation: { id, slug: input.slug, name: input.name, demo: options.demo ?? false, zone: ZONE },
    actor: { accountId: founder.accountId, personId: null, name: founder.name },
    roots: [rootUnitId],
    everywhere: true,
    tx,
    clock,
  };
  await writeAudit(scope, "organisation.create", [
    { subjectId: id, subject: input.name, after: { name: input.name, slug: input.slug, person: input.hrName } },
  ]);
  await bookMonthly(scope);
  return { id, rootUnitId, slug: input.slug, name: input.name, invitation };
}

/** Somebody who founds an organisation for themselves is signed in: nothing else has to be proved. */
async function joinAtOnce(founder: Founder, orgId: string, personId: string): Promise<Invitation> {
  const { tx, accountId } = founder;
  await tx
    .update(person)
    .set({ accountId })
    .where(and(eq(person.orgId, orgId), eq(person.id, personId)));
  await tx.insert(membership).values({ orgId, accountId, personId });
  return { path: null, kind: null };
}

function invite(founder: Founder, orgId: string, personId: string, input: CreateOrganisation): Promise<Invitation> {
  const { hrEmail: email, hrName: name } = input;
  return invitePerson(founder.tx, founder.clock, { orgId, personId, email, name, issuedBy: founder.accountId });
}
