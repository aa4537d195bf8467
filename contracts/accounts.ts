import { z } from "zod";
import { Permission } from "./permissions.ts";
import { Role } from "./roles.ts";

export const Slug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/, "Use lower-case letters, digits and hyphens.");

export const OrganisationOption = z.object({ slug: z.string(), name: z.string() });
export type OrganisationOption = z.infer<typeof OrganisationOption>;

/** The signed-in account, outside any organisation. */
export const Me = z.object({
  email: z.string(),
  name: z.string(),
  isOperator: z.boolean(),
  organisations: z.array(OrganisationOption),
});
export type Me = z.infer<typeof Me>;

export const ChangePassword = z.object({ current: z.string().max(1000), next: z.string().max(1000) });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** A one-use link to choose a first password. */
export const ChoosePassword = z.object({ token: z.string().max(200), password: z.string().max(1000) });
export type ChoosePassword = z.infer<typeof ChoosePassword>;

/** A one-use link by which an account takes its place in one more organisation. */
export const AcceptInvitation = z.object({ token: z.string().max(200) });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** What the frame of every page needs: who, where, and what is open to them somewhere in this organisation. */
export const OrganisationHome = z.object({
  slug: z.string(),
  name: z.string(),
  demo: z.boolean(),
  hrContact: z.string(),
  personName: z.string(),
  /** Held for at least one unit; each procedure still asks for the row it acts on. */
  permissions: z.array(Permission),
  roles: z.array(z.object({ role: Role, unitId: z.string(), unitName: z.string(), unitKind: z.string() })),
  others: z.array(OrganisationOption),
});
export type OrganisationHome = z.infer<typeof OrganisationHome>;
