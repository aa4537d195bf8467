import postgres from "postgres";
import { EmailAddress, PersonName } from "#contracts/organisations.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { ensureAccount, invitationPath } from "#server/modules/accounts/index.ts";
import { UserError } from "./user-error.ts";

/**
 * Makes an account the installation's operator. The row is written by the owner of the tables: no request of the product
 * can make an operator.
 *
 * @returns the path of a link to choose a password, or null where the account has one
 */
export async function makeOperator(
  migratorUrl: string,
  given: { email: string; name: string },
): Promise<{ email: string; path: string | null; isNew: boolean }> {
  const [address, name] = [EmailAddress.safeParse(given.email), PersonName.safeParse(given.name)];
  if (!address.success) throw new UserError(address.error.issues[0]?.message ?? "This is no e-mail address.");
  if (!name.success) throw new UserError(name.error.issues[0]?.message ?? "This is no name.");
  const email = address.data;
  const { accountId, secret } = await inTransaction({}, (tx) =>
    ensureAccount(tx, systemClock, { email, name: name.data }),
  );
  const sql = postgres(migratorUrl, { max: 1, onnotice: () => {} });
  try {
    const made = await sql`insert into operator (account_id) values (${accountId}) on conflict do nothing returning 1`;
    return { email, path: invitationPath(secret), isNew: made.length > 0 };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
