import { z } from "zod";
import {
  CreatedOrganisation,
  CreateOrganisation,
  InstalledOrganisations,
  ListOrganisations,
  NamedOrganisation,
  ORGANISATION_STATUSES,
} from "#contracts/organisations.ts";
import {
  installOrganisation,
  listInstalledOrganisations,
  reinstateOrganisation,
  suspendOrganisation,
} from "#server/modules/organisations/index.ts";
import { operator, router } from "../procedures.ts";

const Status = z.object({ status: z.enum(ORGANISATION_STATUSES) });

export const installationRouter = router({
  list: operator("installation:read")
    .input(ListOrganisations)
    .output(InstalledOrganisations)
    .query(({ ctx, input }) => listInstalledOrganisations(ctx.account, input)),
  create: operator("installation:manage")
    .input(CreateOrganisation)
    .output(CreatedOrganisation)
    .mutation(({ ctx, input }) => installOrganisation(ctx.account, input)),
  suspend: operator("installation:manage")
    .input(NamedOrganisation)
    .output(Status)
    .mutation(({ ctx, input }) => suspendOrganisation(ctx.account, input)),
  reinstate: operator("installation:manage")
    .input(NamedOrganisation)
    .output(Status)
    .mutation(({ ctx, input }) => reinstateOrganisation(ctx.account, input)),
});
