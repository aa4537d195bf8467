import { and, eq, gt, isNull } from "drizzle-orm";
import { account, accountToken } from "#db/schema/accounts.ts";
import { ABSOLUTE_HOURS, LONG_IDLE_MINUTES, needsShortSession, SHORT_IDLE_MINUTES } from "#server/authz/index.ts";
import { writeSecurityEvent } from "#server/kernel/audit.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { inTransaction, set } from "#server/kernel/transaction.ts";
import { hashOfLink, isSecretOfLink } from "./link-secret.ts";
import { writeMemberEvents } from "./member-events.ts";
import { bookAttempt } from "./rate-limit.ts";
import { createSession } from "./sessions.ts";
import type { SignInResult } from "./sign-in.ts";

const TOKEN = /^([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.([\w-]{43})$/;

/**
 * Signs in by a mailed link: once, within ten minutes, in the browser that asked for it. Unknown, used, expired, made for
 * another purpose, another browser and a disabled account are one answer.
 */
export async function signInWithLink(
  input: { unverifiedToken: string; browser: string; address: string },
  clock: Clock,
): Promise<SignInResult> {
  const now = clock.now();
  const keys = [{ kind: "address", value: input.address }] as const;
  if (!(await inTransaction({}, (tx) => bookAttempt(tx, keys, now)))) {
    await writeSecurityEvent({ orgId: null, accountId: null, kind: "rate_limited", detail: { what: "sign-in link" } });
    return { outcome: "too_many" };
  }
  const [, tokenId = "", secret = ""] = TOKEN.exec(input.unverifiedToken) ?? [];
  const signedIn =
    tokenId !== "" && isSecretOfLink(tokenId, secret) ? await redeem(hashOfLink(tokenId, input.browser), now) : null;
  if (!signedIn) {
    await writeSecurityEvent({
      orgId: null,
      accountId: null,
      kind: "sign_in_failed",
      detail: { what: "sign-in link" },
    });
    return { outcome: "wrong" };
  }
  await writeMemberEvents(signedIn.accountId, "signed_in");
  return { outcome: "signed_in", ...signedIn };
}

function redeem(tokenHash: string, now: Date): Promise<{ accountId: string; secret: string } | null> {
  return inTransaction({ tokenHash }, async (tx) => {
    const [token] = await tx
      .update(accountToken)
      .set({ usedAt: now })
      .where(
        and(
          eq(accountToken.tokenHash, tokenHash),
          eq(accountToken.purpose, "sign-in"),
          isNull(accountToken.usedAt),
          gt(accountToken.expiresAt, now),
        ),
      )
      .returning({ accountId: accountToken.accountId });
    if (!token) return null;
    await set(tx, { accountId: token.accountId });
    const [found] = await tx.select({ status: account.status }).from(account).where(eq(account.id, token.accountId));
    if (found?.status !== "active") return null;
    const short = await needsShortSession(tx, token.accountId, now);
    const idleMinutes = short ? SHORT_IDLE_MINUTES : LONG_IDLE_MINUTES;
    const secret = await createSession(tx, token.accountId, { idleMinutes, absoluteHours: ABSOLUTE_HOURS }, now);
    return { accountId: token.accountId, secret };
  });
}
