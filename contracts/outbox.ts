import { z } from "zod";

export const MAIL_KINDS = [
  "invitation",
  "reminder",
  "confirm_list",
  "confirm_reminder",
  "results_out",
  "monthly",
] as const;
export const MailKind = z.enum(MAIL_KINDS);
export type MailKind = z.infer<typeof MailKind>;

/** cancelled: its wave closed before it could be sent. given_up: the address was refused for good. */
export const MAIL_STATUSES = ["waiting", "sent", "cancelled", "given_up"] as const;
export const MailStatus = z.enum(MAIL_STATUSES);
export type MailStatus = z.infer<typeof MailStatus>;

const count = z.number().int();

/**
 * The outbox of an organisation, for HR. Counts by kind; the mails themselves only in a demo organisation without a
 * provider, and addresses only where the provider refused them. Nothing in it depends on who has answered.
 */
export const Outbox = z.object({
  /** A provider is configured, so that mails really go out. */
  sends: z.boolean(),
  /** The mails may be read here: a demo organisation of an installation without a provider. */
  readable: z.boolean(),
  counts: z.array(
    z.object({
      kind: MailKind,
      waveLabel: z.string().nullable(),
      waiting: count,
      sent: count,
      cancelled: count,
      givenUp: count,
      maybeTwice: count,
    }),
  ),
  refused: z.array(z.object({ mailId: z.string(), name: z.string(), email: z.string() })),
  mails: z.array(z.object({ mailId: z.string(), kind: MailKind, to: z.string(), status: MailStatus })),
  /** How many more there are than `mails` holds. */
  more: count,
});
export type Outbox = z.infer<typeof Outbox>;

export const MailRef = z.object({ mailId: z.uuid() });
export type MailRef = z.infer<typeof MailRef>;

/** One mail, made when it is looked at. */
export const MailText = z.object({ to: z.string(), subject: z.string(), text: z.string() });
export type MailText = z.infer<typeof MailText>;
