import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { account, accountToken } from "#db/schema/accounts.ts";
import { writeSecurityEvent } from "#server/kernel/audit.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { enqueue } from "#server/kernel/queue.ts";
import { inTransaction, set } from "#server/kernel/transaction.ts";
import { hashOfLink } from "./link-secret.ts";
import { bookAttempt } from "./rate-limit.ts";

export const LINK_MINUTES = 10;
/** Longer than the work for a known address takes: the time of the answer tells nothing. */
const ANSWER_MILLISECONDS = 400;

/**
 * Asks for a sign-in link by mail. Known and unknown addresses are one answer in one time. The link fits only the browser
 * that asked.
 *
 * @param browser random, from a cookie that scripts cannot read
 */
export async function requestLink(
  input: { email: string; address: string; browser: string },
  clock: Clock,
): Promise<"asked" | "too_many"> {
  const [outcome] = await Promise.all([request(input, clock), sleep(ANSWER_MILLISECONDS)]);
  return outcome;
}

async function request(
  input: { email: string; address: string; browser: string },
  clock: Clock,
): Promise<"asked" | "too_many"> {
  const email = input.email.trim().toLowerCase();
  const now = clock.now();
  const keys = [
    { kind: "account", value: `link:${email}` },
    { kind: "address", value: input.address },
  ] as const;
  if (!(await inTransaction({}, (tx) => bookAttempt(tx, keys, now)))) {
    await writeSecurityEvent({ orgId: null, accountId: null, kind: "rate_limited", detail: { what: "sign-in link" } });
    return "too_many";
  }
  await inTransaction({ accountEmail: email }, async (tx) => {
    const [found] = await tx.select().from(account).where(eq(account.email, email));
    if (found?.status !== "active") return;
    const id = randomUUID();
    await set(tx, { accountId: found.id });
    await tx.insert(accountToken).values({
      id,
      tokenHash: hashOfLink(id, input.browser),
      purpose: "sign-in",
      accountId: found.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000),
    });
    await enqueue(tx, "sign-in-mail", { accountId: found.id, tokenId: id });
  });
  return "asked";
}
