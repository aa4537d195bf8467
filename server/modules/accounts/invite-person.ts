import { and, eq, isNull, ne, or } from "drizzle-orm";
import type { Invitation } from "#contracts/organisations.ts";
import { account, accountToken, operator } from "#db/schema/accounts.ts";
import { membership, person } from "#db/schema/people.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { hashSecret, newSecret } from "#server/kernel/secrets.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";
import { INVITATION_DAYS } from "./ensure-account.ts";

type Invited = { orgId: string; personId: string; email: string; name: string; issuedBy: string };

/**
 * Gives a person of the transaction's organisation a way to sign in, and ends earlier links of theirs. A new account
 * belongs to the organisation at once and gets a link to choose its password. An account that exists already (a password,
 * another organisation, an operator) gets a link that only its holder can use, signed in: whoever hands over the link
 * could otherwise take over a sign-in that opens another organisation, and somebody who made that account first could walk
 * into this one.
 */
export async function invitePerson(tx: Transaction, clock: Clock, invited: Invited): Promise<Invitation> {
  const { orgId, personId } = invited;
  await set(tx, { accountEmail: invited.email });
  await tx.insert(account).values({ email: invited.email, name: invited.name }).onConflictDoNothing();
  const [row] = await tx.select().from(account).where(eq(account.email, invited.email));
  if (!row) throw new Error("the account was not there after it was made");

  const here = eq(membership.orgId, orgId);
  const [linked] = await tx
    .select()
    .from(membership)
    .where(and(here, eq(membership.accountId, row.id)));
  const taken = row.passwordHash !== null || (await isKnownElsewhere(tx, row.id, orgId, invited.issuedBy));
  if (linked && taken) return { path: null, kind: null };
  if (!linked && !taken) {
    await tx
      .update(person)
      .set({ accountId: row.id })
      .where(and(eq(person.orgId, orgId), eq(person.id, personId)));
    await tx.insert(membership).values({ orgId, accountId: row.id, personId });
  }

  const now = clock.now();
  await tx
    .update(accountToken)
    .set({ usedAt: now })
    .where(and(eq(accountToken.orgId, orgId), eq(accountToken.personId, personId), isNull(accountToken.usedAt)));
  const secret = newSecret();
  await tx.insert(accountToken).values({
    tokenHash: hashSecret(secret),
    purpose: taken ? "join" : "set-password",
    accountId: row.id,
    orgId,
    personId,
    issuedBy: invited.issuedBy,
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
  });
  return taken
    ? { path: `/join?token=${secret}`, kind: "join" }
    : { path: `/invitation?token=${secret}`, kind: "choose-password" };
}

/** Looks with the account's own eyes: another organisation's members are invisible from here. */
async function isKnownElsewhere(tx: Transaction, accountId: string, orgId: string, actor: string): Promise<boolean> {
  await set(tx, { accountId });
  const [elsewhere] = await tx
    .select({ orgId: membership.orgId })
    .from(membership)
    .where(and(eq(membership.accountId, accountId), ne(membership.orgId, orgId)))
    .limit(1);
  const [runs] = await tx.select().from(operator).where(eq(operator.accountId, accountId));
  await set(tx, { accountId: actor });
  return elsewhere !== undefined || runs !== undefined;
}

/**
 * Ends the open links of a person that somebody else made: a link made by HR of a branch must not become the door to a
 * role that HR of the whole organisation gives later.
 */
export async function endLinksOfOthers(
  tx: Transaction,
  of: { orgId: string; personId: string; actor: string | null },
  now: Date,
): Promise<void> {
  await tx
    .update(accountToken)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountToken.orgId, of.orgId),
        eq(accountToken.personId, of.personId),
        isNull(accountToken.usedAt),
        of.actor === null ? undefined : or(isNull(accountToken.issuedBy), ne(accountToken.issuedBy, of.actor)),
      ),
    );
}
