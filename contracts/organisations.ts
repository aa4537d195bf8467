import { z } from "zod";
import { Slug } from "./accounts.ts";

/** What a new organisation starts with: a tree to be renamed, never an empty page. */
export const ORGANISATION_TEMPLATES = ["council", "nhs_trust", "department", "empty"] as const;
export const OrganisationTemplate = z.enum(ORGANISATION_TEMPLATES);
export type OrganisationTemplate = z.infer<typeof OrganisationTemplate>;

export const TEMPLATE_LABELS: Record<OrganisationTemplate, string> = {
  council: "Council",
  nhs_trust: "NHS trust",
  department: "Government department",
  empty: "Empty",
};

export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "Enter an e-mail address like name@example.org.");

export const PersonName = z.string().trim().min(1, "Enter a name.").max(120, "Use at most 120 characters.");

export const CreateOrganisation = z.object({
  name: z.string().trim().min(1, "Enter a name.").max(120, "Use at most 120 characters."),
  slug: Slug,
  template: OrganisationTemplate,
  /** The first HR admin; an HR admin who creates an organisation is it. */
  hrName: PersonName,
  hrEmail: EmailAddress,
});
export type CreateOrganisation = z.infer<typeof CreateOrganisation>;

/** A path to hand over by the person who created it: nothing is mailed yet. Null when the account has a password. */
export const Invitation = z.object({ path: z.string().nullable() });
export type Invitation = z.infer<typeof Invitation>;

export const CreatedOrganisation = z.object({ slug: z.string(), name: z.string(), invitation: Invitation });
export type CreatedOrganisation = z.infer<typeof CreatedOrganisation>;
