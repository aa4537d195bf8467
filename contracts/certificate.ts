import { z } from "zod";

const Ref = z.uuid();

/** What a certificate looks at. `rule` and `input` need the answers, and are past once those were deleted as promised. */
export const CHECK_NAMES = [
  "unchanged",
  "nested",
  "sums",
  "sizes",
  "exact",
  "coalition",
  "interval",
  "rule",
  "input",
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/** Waves that can have a certificate: from the launch on; passed and failed are of its last check. */
export const CertificateWave = z.object({
  waveId: z.string(),
  label: z.string(),
  /** Null while it is under way. */
  closedOn: z.string().nullable(),
  state: z.enum(["under_way", "passed", "failed"]),
});
export type CertificateWave = z.infer<typeof CertificateWave>;

/** What may be said to anybody: how a wave is protected and whether that was checked. No figure of a result. */
export const CertificateFacts = z.object({
  organisationName: z.string(),
  wave: CertificateWave,
  source: z.enum(["pulse", "import", "none"]),
  rehearsal: z.boolean(),
  k: z.number().int(),
  k2: z.number().int(),
  agreedWithStaff: z.boolean(),
  /** SHA-256 of everything that was promised; null where nothing was (an import). */
  receipt: z.string().nullable(),
  promise: z.array(z.string()),
  statements: z.array(z.object({ code: z.string(), en: z.string() })),
  deletesOn: z.string().nullable(),
  check: z
    .object({
      on: z.string(),
      inputHash: z.string(),
      blockHash: z.string().nullable(),
      codeVersion: z.string(),
    })
    .nullable(),
});
export type CertificateFacts = z.infer<typeof CertificateFacts>;

export const CertificateLink = z.object({
  linkId: z.string(),
  label: z.string(),
  madeOn: z.string(),
  expiresOn: z.string(),
  state: z.enum(["open", "expired", "ended"]),
});
export type CertificateLink = z.infer<typeof CertificateLink>;

export const CertificatePage = z.object({
  waves: z.array(CertificateWave),
  /** Null before the first launch. */
  facts: CertificateFacts.nullable(),
  /** How many of the wave's teams are shown on screen and in files; null before publication. */
  teams: z.object({ all: z.number().int(), onScreen: z.number().int(), inFiles: z.number().int() }).nullable(),
  mayRun: z.boolean(),
  /** For whoever runs waves; empty for others. */
  links: z.array(CertificateLink),
  organisationSlug: z.string(),
});
export type CertificatePage = z.infer<typeof CertificatePage>;

export const ReadCertificate = z.object({ waveId: Ref.optional() });
export type ReadCertificate = z.infer<typeof ReadCertificate>;

export const ExportTotals = z.object({ waveId: Ref });
export type ExportTotals = z.infer<typeof ExportTotals>;

/** Days that a link lasts at most, and unless said otherwise. */
export const LINK_DAYS = { most: 366, usual: 90 } as const;

export const ShareCertificate = z.object({
  waveId: Ref,
  label: z.string().trim().min(1, "Say whom the link is for.").max(80, "Use 80 characters or fewer."),
  days: z.number().int().min(1).max(LINK_DAYS.most).optional(),
});
export type ShareCertificate = z.infer<typeof ShareCertificate>;

export const SharedLink = CertificateLink.extend({
  /** Shown once: only its hash is kept. */
  path: z.string(),
});
export type SharedLink = z.infer<typeof SharedLink>;

export const EndLink = z.object({ linkId: Ref });
export type EndLink = z.infer<typeof EndLink>;

/** Of whoever holds the link. The secret is 256 bits; anything else is answered alike. */
export const ReadShared = z.object({ slug: z.string().max(80), secret: z.string().max(100) });
export type ReadShared = z.infer<typeof ReadShared>;

export const SharedCertificate = CertificateFacts.extend({ linkLabel: z.string(), expiresOn: z.string() });
export type SharedCertificate = z.infer<typeof SharedCertificate>;

/** Larger groups than were planned; never smaller ones. */
export const RaiseK = z.object({ waveId: Ref, k: z.number().int().min(5).max(100) });
export type RaiseK = z.infer<typeof RaiseK>;
