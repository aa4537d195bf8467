import { createTransport } from "nodemailer";
import { env } from "#server/kernel/env.ts";

export type OutgoingMail = { id: string; to: string; subject: string; text: string };
export type MailTransport = { send(mail: OutgoingMail): Promise<void>; close(): void };

/** Mails that are handed over at the same time. */
export const LANES = 5;

/**
 * The configured provider, or null where there is none. The Message-ID is made of the outbox row: a mail that is handed over
 * twice is the same mail, and most providers and readers show it once.
 */
export function openTransport(): MailTransport | null {
  const { BEARING_SMTP_URL: url, BEARING_MAIL_FROM: from } = env();
  if (url === undefined || from === undefined) return null;
  const host = /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? "localhost";
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: LANES,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
  return {
    async send({ id, to, subject, text }) {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@${host}>`,
        headers: { "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}
