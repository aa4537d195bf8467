import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { account, operator, session } from "#db/schema/accounts.ts";
import { hashSecret, newSecret } from "#server/kernel/secrets.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";

export type LiveSession = {
  sessionId: string;
  accountId: string;
  email: string;
  name: string;
  isOperator: boolean;
  idleMinutes: number;
  /** When it was used before this request. */
  seenAt: Date;
};

/**
 * Finds the session behind a cookie's secret and marks it as used. Null when unknown, revoked, idle for too long, past
 * its absolute limit, or when the account is disabled: all take effect on the next request.
 */
export async function findSession(tx: Transaction, secret: string, now: Date): Promise<LiveSession | null> {
  const tokenHash = hashSecret(secret);
  await set(tx, { sessionHash: tokenHash });
  const [row] = await tx
    .select()
    .from(session)
    .where(and(eq(session.tokenHash, tokenHash), isNull(session.revokedAt)));
  if (!row || row.expiresAt <= now) return null;
  if (row.seenAt.getTime() + row.idleMinutes * 60_000 <= now.getTime()) return null;
  await set(tx, { accountId: row.accountId });
  const [who] = await tx
    .select({ email: account.email, name: account.name, operatorId: operator.accountId })
    .from(account)
    .leftJoin(operator, eq(operator.accountId, account.id))
    .where(and(eq(account.id, row.accountId), eq(account.status, "active")));
  if (!who) return null;
  // Once a minute is enough for an idle limit of half an hour, and keeps reads from becoming writes.
  if (now.getTime() - row.seenAt.getTime() > 60_000) {
    await tx.update(session).set({ seenAt: now }).where(eq(session.id, row.id));
  }
  return {
    sessionId: row.id,
    accountId: row.accountId,
    email: who.email,
    name: who.name,
    isOperator: who.operatorId !== null,
    idleMinutes: row.idleMinutes,
    seenAt: row.seenAt,
  };
}

/** A new session with a fresh secret; the caller's transaction must carry the account. Returns the secret for the cookie. */
export async function createSession(
  tx: Transaction,
  accountId: string,
  limits: { idleMinutes: number; absoluteHours: number },
  now: Date,
): Promise<string> {
  const secret = newSecret();
  await tx.insert(session).values({
    tokenHash: hashSecret(secret),
    accountId,
    idleMinutes: limits.idleMinutes,
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + limits.absoluteHours * 3_600_000),
  });
  return secret;
}

/**
 * A role with short sessions was found on a request: the short limit holds for this session too, from this request on.
 * @returns false when the session has been idle for longer than that already: it is over
 */
export async function shortenSession(tx: Transaction, live: LiveSession, minutes: number, now: Date): Promise<boolean> {
  if (live.idleMinutes <= minutes) return true;
  if (live.seenAt.getTime() + minutes * 60_000 <= now.getTime()) return false;
  await tx.update(session).set({ idleMinutes: minutes }).where(eq(session.id, live.sessionId));
  return true;
}

export async function revokeSession(tx: Transaction, secret: string, now: Date): Promise<string | null> {
  const tokenHash = hashSecret(secret);
  await set(tx, { sessionHash: tokenHash });
  const [row] = await tx.select({ accountId: session.accountId }).from(session).where(eq(session.tokenHash, tokenHash));
  if (!row) return null;
  await set(tx, { accountId: row.accountId });
  await tx.update(session).set({ revokedAt: now }).where(eq(session.tokenHash, tokenHash));
  return row.accountId;
}

/** Sign-out everywhere. `exceptSessionId` keeps the one the person is using. Returns how many ended. */
export async function revokeSessions(
  tx: Transaction,
  accountId: string,
  now: Date,
  exceptSessionId?: string,
): Promise<number> {
  await set(tx, { accountId });
  const rows = await tx
    .update(session)
    .set({ revokedAt: now })
    .where(
      and(
        eq(session.accountId, accountId),
        isNull(session.revokedAt),
        exceptSessionId ? ne(session.id, exceptSessionId) : sql`true`,
      ),
    )
    .returning({ id: session.id });
  return rows.length;
}
