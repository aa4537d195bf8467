import { sql } from "drizzle-orm";
import type { Database, Transaction } from "./client.ts";

/** Transaction-local settings that the policies read. Absent ones stay unset: a policy that needs one then refuses. */
export type Settings = {
  orgId?: string;
  orgSlug?: string;
  /** Reads which organisations are active, and nothing in them. Only `listLiveOrganisations` sets it. */
  background?: "worker";
  accountId?: string;
  personId?: string;
  sessionHash?: string;
  accountEmail?: string;
  tokenHash?: string;
};

const NAMES: Record<keyof Settings, string> = {
  orgId: "app.org_id",
  orgSlug: "app.org_slug",
  background: "app.background",
  accountId: "app.account_id",
  personId: "app.person_id",
  sessionHash: "app.session_hash",
  accountEmail: "app.account_email",
  tokenHash: "app.token_hash",
};

/** Sets what the policies read, for this transaction only (`is_local = true`): never for the session of a pooled connection. */
export async function set(tx: Transaction, settings: Settings): Promise<void> {
  const parts = Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => sql`set_config(${NAMES[key as keyof Settings]}, ${value}, true)`);
  if (parts.length > 0) await tx.execute(sql`select ${sql.join(parts, sql`, `)}`);
}

/** One transaction with its settings in place. Errors roll back and are rethrown. */
export function inTenant<T>(db: Database, settings: Settings, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await set(tx, settings);
    return work(tx);
  });
}
