import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { operator } from "#db/schema/accounts.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { acceptInvitation, choosePassword, ensureAccount } from "#server/modules/accounts/index.ts";
import { clockAt } from "./acting.ts";

/**
 * The one password of every demo account: four unrelated words, good enough for the product's own rule. It is printed at
 * every start and must never be used for anything else.
 */
export const DEMO_PASSWORD = "lantern-orchard-copper-tide";

export const OPERATOR = { name: "Olwen Strand", email: "operator@bearing.example" };

/** The secret in a link such as `/invitation?token=...`. */
function tokenOf(path: string): string {
  const token = new URLSearchParams(path.split("?")[1]).get("token");
  if (!token) throw new Error("a link without its secret");
  return token;
}

/** Opens the link of an invitation and chooses the demo's password. */
export function takeInvitation(path: string, at: Date): Promise<unknown> {
  return inTransaction({}, (tx) => choosePassword(tx, clockAt(at), { token: tokenOf(path), password: DEMO_PASSWORD }));
}

/** Somebody who has an account already takes the place in one more organisation. */
export async function takePlace(path: string, who: { accountId: string; email: string; name: string }, at: Date) {
  await inTransaction({ accountId: who.accountId }, (tx) =>
    acceptInvitation({ ...who, sessionId: "", isOperator: false, tx, clock: clockAt(at) }, { token: tokenOf(path) }),
  );
}

/**
 * The operator, who makes the organisations. Only the owner of the tables can say who is one: the product itself never
 * makes an operator.
 */
export async function plantOperator(migratorUrl: string): Promise<string> {
  const { accountId, secret } = await inTransaction({}, (tx) => ensureAccount(tx, systemClock, OPERATOR));
  if (secret) {
    await inTransaction({}, (tx) => choosePassword(tx, systemClock, { token: secret, password: DEMO_PASSWORD }));
  }
  await asOwner(migratorUrl, (sql) => drizzle(sql).insert(operator).values({ accountId }).onConflictDoNothing());
  return accountId;
}

/** Until the database has looked at its tables it plans as if they were empty, and the first pages would be slow. */
export async function gatherStatistics(migratorUrl: string): Promise<void> {
  await asOwner(migratorUrl, (sql) => sql`analyze`);
}

async function asOwner(migratorUrl: string, work: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(migratorUrl, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
