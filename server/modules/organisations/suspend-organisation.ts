import type { NamedOrganisation } from "#contracts/organisations.ts";
import type { AccountScope } from "#server/kernel/scope.ts";
import { changeOrganisationStatus } from "./change-organisation-status.ts";

/** Shuts everybody of an organisation out, from their next request on. Nothing is deleted. */
export const suspendOrganisation = (scope: AccountScope, input: NamedOrganisation): Promise<{ status: "suspended" }> =>
  changeOrganisationStatus(scope, input.slug, "suspended");
