import { OrganisationHome } from "#contracts/accounts.ts";
import { CreatedOrganisation, CreateFurtherOrganisation } from "#contracts/organisations.ts";
import { Settings } from "#contracts/settings.ts";
import {
  changeSettings,
  createFurtherOrganisation,
  readHome,
  readSettings,
} from "#server/modules/organisations/index.ts";
import { can, router } from "../procedures.ts";

export const organisationsRouter = router({
  home: can("organisation:read")
    .output(OrganisationHome)
    .query(({ ctx }) => readHome(ctx.scope, ctx.member)),
  create: can("organisation:create")
    .input(CreateFurtherOrganisation)
    .output(CreatedOrganisation)
    .mutation(({ ctx, input }) => createFurtherOrganisation(ctx.scope, input)),
  settings: can("setting:manage")
    .output(Settings)
    .query(({ ctx }) => readSettings(ctx.scope)),
  changeSettings: can("setting:manage")
    .input(Settings)
    .output(Settings)
    .mutation(({ ctx, input }) => changeSettings(ctx.scope, input)),
});
