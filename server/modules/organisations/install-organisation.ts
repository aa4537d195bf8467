import type { CreatedOrganisation, CreateOrganisation } from "#contracts/organisations.ts";
import { addSecurityEvent } from "#server/kernel/audit.ts";
import type { AccountScope } from "#server/kernel/scope.ts";
import { createOrganisation } from "./create-organisation.ts";

/**
 * The operator makes an organisation for somebody else and hands over the link. Who signs in with it runs the
 * organisation; the operator does not belong to it.
 */
export async function installOrganisation(
  scope: AccountScope,
  input: CreateOrganisation,
): Promise<CreatedOrganisation> {
  const { accountId, tx, clock } = scope;
  const made = await createOrganisation({ accountId, name: `${scope.name} (operator)`, tx, clock }, input);
  await addSecurityEvent(tx, { orgId: made.id, accountId, kind: "organisation_created" });
  return { slug: made.slug, name: made.name, invitation: made.invitation };
}
