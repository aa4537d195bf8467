import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { signInAttempt } from "#db/schema/accounts.ts";
import { hashSecret } from "#server/kernel/secrets.ts";
import type { Transaction } from "#server/kernel/transaction.ts";

export const WINDOW_MINUTES = 15;
/** Failed attempts within the window. Offices share addresses, so an address may fail more often than an account. */
export const LIMITS = { account: 10, address: 100 } as const;

type Key = { kind: keyof typeof LIMITS; value: string };

/** Counts passwords typed again by somebody signed in, apart from sign-ins: neither can lock the other. */
export const reentryKey = (accountId: string): Key => ({ kind: "account", value: `again:${accountId}` });

const keyHash = (key: Key) => hashSecret(`${key.kind}:${key.value}`);

/**
 * Books an attempt *before* the password is looked at, so that parallel guesses count too. False when a limit is
 * reached; the refused attempt is not booked, so waiting helps. Keys are hashes: the table tells no address.
 */
export async function bookAttempt(tx: Transaction, keys: readonly Key[], now: Date): Promise<boolean> {
  const hashes = keys.map(keyHash);
  // Serialises attempts on the same account, so that fifty at once cannot all see nine.
  for (const h of [...hashes].sort()) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${h}, 0))`);
  await sweep(tx, now);
  const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
  const counts = await tx
    .select({ keyHash: signInAttempt.keyHash, n: sql<number>`count(*)::int` })
    .from(signInAttempt)
    .where(and(inArray(signInAttempt.keyHash, hashes), gt(signInAttempt.at, since)))
    .groupBy(signInAttempt.keyHash);
  const full = keys.some((key) => (counts.find((c) => c.keyHash === keyHash(key))?.n ?? 0) >= LIMITS[key.kind]);
  if (full) return false;
  await tx.insert(signInAttempt).values(hashes.map((h) => ({ keyHash: h, at: now })));
  return true;
}

/** Rows live an hour, those of addresses that never come back too. One transaction at a time sweeps, the others pass by. */
async function sweep(tx: Transaction, now: Date): Promise<void> {
  const [lock] = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('bearing-sign-in-sweep')) as mine`,
  );
  if (lock?.mine) await tx.delete(signInAttempt).where(lt(signInAttempt.at, new Date(now.getTime() - 3_600_000)));
}

/** After a right password: the account's failures are forgotten, the address keeps its own count less this attempt. */
export async function forgetAttempts(tx: Transaction, keys: readonly Key[], now: Date): Promise<void> {
  for (const key of keys) {
    const mine = eq(signInAttempt.keyHash, keyHash(key));
    await tx.delete(signInAttempt).where(key.kind === "account" ? mine : and(mine, eq(signInAttempt.at, now)));
  }
}
