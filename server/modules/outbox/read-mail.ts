import { and, eq } from "drizzle-orm";
import type { MailRef, MailText } from "#contracts/outbox.ts";
import { outboxMail } from "#db/schema/outbox.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { isReadable } from "./read-outbox.ts";
import { renderMails, type Writers } from "./render-mails.ts";

/**
 * One mail of a demo organisation, made as if it were sent now. Nowhere else can a mail be read: it holds somebody's own link.
 * @throws not_found; refused in a real organisation, with a provider, and when nothing can be made of it any more
 */
export async function readMail(
  scope: Scope<"wave:run">,
  { mailId, writers }: MailRef & { writers: Writers },
): Promise<MailText> {
  const [row] = await scope.tx
    .select()
    .from(outboxMail)
    .where(and(eq(outboxMail.orgId, scope.organisation.id), eq(outboxMail.id, mailId)));
  if (!row) throw notFound("mail");
  if (!isReadable(scope)) throw refused("Mails can be read in a demo organisation only.");
  const mail = (await renderMails(scope, [row], writers)).get(row.id);
  if (!mail) throw refused("There is nothing to send any more: its wave has closed, or its person has gone.");
  return { to: mail.to, subject: mail.subject, text: mail.text };
}
