import { eq } from "drizzle-orm";
import { account, accountToken } from "#db/schema/accounts.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { hashSecret, newSecret } from "#server/kernel/secrets.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";

export const INVITATION_DAYS = 7;

/**
 * The account of an address, made when there is none: an account is global, so it may exist already from another
 * organisation. Only an account without a password gets a link, because a link for one that has would take it over. For
 * commands of the installation, whose user vouches for the address; inside an organisation use `invitePerson`.
 *
 * @returns the account and the secret of a one-use link, or null when it has a password
 */
export async function ensureAccount(
  tx: Transaction,
  clock: Clock,
  input: { email: string; name: string },
): Promise<{ accountId: string; secret: string | null }> {
  await set(tx, { accountEmail: input.email });
  await tx.insert(account).values({ email: input.email, name: input.name }).onConflictDoNothing();
  const [row] = await tx.select().from(account).where(eq(account.email, input.email));
  if (!row) throw new Error("the account was not there after it was made");
  if (row.passwordHash !== null) return { accountId: row.id, secret: null };
  const secret = newSecret();
  const now = clock.now();
  await tx.insert(accountToken).values({
    tokenHash: hashSecret(secret),
    purpose: "set-password",
    accountId: row.id,
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
  });
  return { accountId: row.id, secret };
}

export const invitationPath = (secret: string | null): string | null =>
  secret === null ? null : `/invitation?token=${secret}`;
