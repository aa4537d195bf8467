import { and, eq, gt, isNull } from "drizzle-orm";
import { account, accountToken } from "#db/schema/accounts.ts";
import { secretOfLink } from "#server/auth/link-secret.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { env } from "#server/kernel/env.ts";
import { inTransaction } from "#server/kernel/transaction.ts";

export type LinkMail = { id: string; to: string; subject: string; text: string };

/** The mail of a sign-in link, made now and kept nowhere. Null when the link has ended in the meantime. */
export async function readLinkMail(
  { accountId, tokenId }: { accountId: string; tokenId: string },
  clock: Clock = systemClock,
): Promise<LinkMail | null> {
  const [found] = await inTransaction({ accountId }, (tx) =>
    tx
      .select({ email: account.email, name: account.name })
      .from(accountToken)
      .innerJoin(account, eq(account.id, accountToken.accountId))
      .where(
        and(
          eq(accountToken.id, tokenId),
          eq(accountToken.accountId, accountId),
          isNull(accountToken.usedAt),
          gt(accountToken.expiresAt, clock.now()),
        ),
      ),
  );
  if (!found) return null;
  const link = `${env().BEARING_URL}/sign-in/link?token=${tokenId}.${secretOfLink(tokenId)}`;
  const text = [
    `Hello ${found.name},`,
    "",
    "Open this link in the browser in which you asked for it, within ten minutes. It works once.",
    "",
    link,
    "",
    "If you did not ask for it, you need do nothing: nobody can sign in with it in another browser.",
  ].join("\n");
  return { id: tokenId, to: found.email, subject: "Your link to sign in to Bearing", text };
}
