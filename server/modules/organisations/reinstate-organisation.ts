import type { NamedOrganisation } from "#contracts/organisations.ts";
import type { AccountScope } from "#server/kernel/scope.ts";
import { changeOrganisationStatus } from "./change-organisation-status.ts";

/** Lets everybody of a suspended organisation in again. */
export const reinstateOrganisation = (scope: AccountScope, input: NamedOrganisation): Promise<{ status: "active" }> =>
  changeOrganisationStatus(scope, input.slug, "active");
