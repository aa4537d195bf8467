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

/** What HR gives for another organisation: they become its first HR admin with their own account. */
export const CreateFurtherOrganisation = CreateOrganisation.pick({ name: true, slug: true, template: true });
export type CreateFurtherOrganisation = z.infer<typeof CreateFurtherOrganisation>;

/**
 * A path to hand over by the person who created it: nothing is mailed yet. `choose-password` for a new account; `join` for
 * one that exists already, whose holder signs in and takes the place. Null when nothing is to be handed over.
 */
export const Invitation = z.object({
  path: z.string().nullable(),
  kind: z.enum(["choose-password", "join"]).nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

export const CreatedOrganisation = z.object({ slug: z.string(), name: z.string(), invitation: Invitation });
export type CreatedOrganisation = z.infer<typeof CreatedOrganisation>;

export const ORGANISATION_STATUSES = ["active", "suspended"] as const;

/** All that the operator sees of an organisation: no people, no results. */
export const InstalledOrganisation = z.object({
  slug: z.string(),
  name: z.string(),
  status: z.enum(ORGANISATION_STATUSES),
  /** ISO instant. */
  createdAt: z.string(),
});
export type InstalledOrganisation = z.infer<typeof InstalledOrganisation>;

export const ListOrganisations = z.object({
  search: z.string().trim().max(120).optional(),
  cursor: z.string().max(400).nullish(),
  limit: z.number().int().min(1).max(100).default(50),
});
export type ListOrganisations = z.infer<typeof ListOrganisations>;

export const InstalledOrganisations = z.object({
  organisations: z.array(InstalledOrganisation),
  nextCursor: z.string().nullable(),
});
export type InstalledOrganisations = z.infer<typeof InstalledOrganisations>;

export const NamedOrganisation = z.object({ slug: Slug });
export type NamedOrganisation = z.infer<typeof NamedOrganisation>;
