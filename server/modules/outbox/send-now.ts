import { openTransport, type OutgoingMail } from "./open-transport.ts";

/**
 * Hands over a mail that is worth nothing in ten minutes, past the outbox. Nothing where no provider is configured.
 *
 * @throws what the provider says; the queue tries again
 */
export async function sendNow(mail: OutgoingMail): Promise<void> {
  const transport = openTransport();
  if (!transport) return;
  try {
    await transport.send(mail);
  } finally {
    transport.close();
  }
}
