import { randomUUID } from "node:crypto";
import type { CreatedOrganisation, CreateOrganisation } from "#contracts/organisations.ts";
import { organisation } from "#db/schema/accounts.ts";
import { membership, person, roleAssignment } from "#db/schema/people.ts";
import { organisationSetting, unit, unitPlacement } from "#db/schema/register.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { type Clock, dateIn } from "#server/kernel/clock.ts";
import { invalid } from "#server/kernel/errors.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";
import { ensureAccount, invitationPath } from "#server/modules/accounts/index.ts";
import { TEMPLATE_UNITS } from "./templates.ts";

type Founder = { accountId: string; name: string; tx: Transaction; clock: Clock };

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

  const { accountId, secret } = await ensureAccount(tx, clock, { email: input.hrEmail, name: input.hrName });
  await set(tx, { accountId: founder.accountId });
  const [hr] = await tx
    .insert(person)
    .values({ orgId: id, accountId, name: input.hrName, email: input.hrEmail })
    .returning({ id: person.id });
  if (!hr) throw new Error("the first HR admin was not stored");
  await tx.insert(membership).values({ orgId: id, accountId, personId: hr.id });
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
  return { id, rootUnitId, slug: input.slug, name: input.name, invitation: { path: invitationPath(secret) } };
}
