import type { Transaction } from "#db/client.ts";
import { inTenant, type Settings, set } from "#db/tenant.ts";
import { appClient, releaserClient } from "./databases.ts";

export { set, type Settings, type Transaction };

/** One transaction of the app role with its settings in place. Never call it inside another one. */
export function inTransaction<T>(settings: Settings, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTenant(appClient().db, settings, work);
}

/** The same as the releaser role, which alone reads sealed answers and writes releases. Only `server/disclosure` calls it. */
export function inReleaserTransaction<T>(settings: Settings, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTenant(releaserClient().db, settings, work);
}
