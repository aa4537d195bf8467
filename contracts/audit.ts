import { z } from "zod";

const IsoDate = z.iso.date("Enter a date.");

/** Jobs and commands of the installation act without a person. */
export const SYSTEM_ACTOR = "system";

export const AuditFilter = z.object({
  /** Who did it: a person, or the system. */
  actor: z.union([z.uuid(), z.literal(SYSTEM_ACTOR)]).optional(),
  action: z
    .string()
    .max(80)
    .regex(/^[a-z-]+\.[a-z-]+$/, "Choose an action of the list.")
    .optional(),
  /** Days of the organisation's zone, both included. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

const Page = { cursor: z.string().max(400).nullish(), limit: z.number().int().min(1).max(100).default(50) };

export const ListAudit = AuditFilter.extend(Page);
export type ListAudit = z.infer<typeof ListAudit>;

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const AuditRow = z.object({
  id: z.string(),
  /** ISO instant. */
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  before: Facts.nullable(),
  after: Facts.nullable(),
});
export type AuditRow = z.infer<typeof AuditRow>;

export const AuditPage = z.object({
  rows: z.array(AuditRow),
  nextCursor: z.string().nullable(),
  zone: z.string(),
});
export type AuditPage = z.infer<typeof AuditPage>;

export const SECURITY_KINDS = [
  "refused",
  "not_found",
  "signed_in",
  "signed_out",
  "sessions_revoked",
  "password_set",
  "organisation_created",
  "organisation_suspended",
  "organisation_reinstated",
] as const;
export const SecurityKind = z.enum(SECURITY_KINDS);
export type SecurityKind = z.infer<typeof SecurityKind>;

export const SecurityFilter = z.object({
  actor: z.uuid().optional(),
  kind: SecurityKind.optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
});
export type SecurityFilter = z.infer<typeof SecurityFilter>;

export const ListSecurityEvents = SecurityFilter.extend(Page);
export type ListSecurityEvents = z.infer<typeof ListSecurityEvents>;

export const SecurityRow = z.object({
  id: z.string(),
  at: z.string(),
  /** The person's name here; null for the operator and for accounts that are no longer anybody's. */
  person: z.string().nullable(),
  kind: z.string(),
  /** What was refused, as the procedure is called; null where nothing was asked for. */
  procedure: z.string().nullable(),
});
export type SecurityRow = z.infer<typeof SecurityRow>;

export const SecurityPage = z.object({
  rows: z.array(SecurityRow),
  nextCursor: z.string().nullable(),
  zone: z.string(),
});
export type SecurityPage = z.infer<typeof SecurityPage>;

/** A file is written page by page, each page authorised anew. */
export const ExportPage = z.object({ cursor: z.string().max(400).nullish() });
export const ExportAudit = AuditFilter.extend(ExportPage.shape);
export type ExportAudit = z.infer<typeof ExportAudit>;
export const ExportSecurityEvents = SecurityFilter.extend(ExportPage.shape);
export type ExportSecurityEvents = z.infer<typeof ExportSecurityEvents>;

export const CsvPage = z.object({ csv: z.string(), nextCursor: z.string().nullable() });
export type CsvPage = z.infer<typeof CsvPage>;

export const AUDIT_EXPORTS = ["changes", "security"] as const;
export const RecordExport = z.object({ what: z.enum(AUDIT_EXPORTS) });
export type RecordExport = z.infer<typeof RecordExport>;
