import { type AuditRecord, writeAudit } from "./audit.ts";
import type { Scope } from "./scope.ts";

/** A command that found nothing to change says so instead of inventing an audit row. */
export const UNCHANGED: readonly AuditRecord[] = [];

export type Outcome<V> = { view: V; audit: AuditRecord | readonly AuditRecord[] };

/**
 * A use-case that changes something. Its return type carries the audit record, and the row is written in the same
 * transaction: without `audit` it does not compile. `action` is `resource.verb`.
 */
export function command<S extends Scope, I, V>(
  action: `${string}.${string}`,
  run: (scope: S, input: I) => Promise<Outcome<V>>,
): (scope: S, input: I) => Promise<V> {
  return async (scope, input) => {
    const { view, audit } = await run(scope, input);
    await writeAudit(scope, action, Array.isArray(audit) ? audit : [audit as AuditRecord]);
    return view;
  };
}
