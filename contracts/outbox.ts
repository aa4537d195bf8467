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
