import { OrganisationHome } from "#contracts/accounts.ts";
import { readHome } from "#server/modules/organisations/index.ts";
import { can, router } from "../procedures.ts";

export const organisationsRouter = router({
  home: can("organisation:read")
    .output(OrganisationHome)
    .query(({ ctx }) => readHome(ctx.scope, ctx.member)),
});
