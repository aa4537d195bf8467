import { type AuditFacts, auditEvent, securityEvent } from "#db/schema/audit.ts";
import type { Scope } from "./scope.ts";
import { inTransaction, type Transaction } from "./transaction.ts";

/**
 * Facts an audit row may carry, by name. An allow-list, so that an answer, a note or a secret cannot enter by accident;
 * add a name only when its value may be read by every HR admin for years.
 */
export const AUDITABLE = [
  "name",
  "code",
  "kind",
  "status",
  "parent",
  "unit",
  "supervisor",
  "person",
  "role",
  "email",
  "headcount",
  "workingPattern",
  "startsOn",
  "endsOn",
  "deputyOf",
  "label",
  "k",
  "source",
  "slug",
  "teamRegistration",
  "zone",
  "hrContact",
  "mergedInto",
  "file",
  "rows",
  "units",
  "created",
  "renamed",
  "moved",
  "closed",
  "reason",
  "part",
  "revision",
  "answers",
  "hidden",
  "verdict",
  "reports",
  "opensAt",
  "closesAt",
  "deletesOn",
  "people",
  "teams",
  "cadence",
  "receipt",
  "rehearsal",
] as const;
export type AuditableFacts = Partial<Record<(typeof AUDITABLE)[number], string | number | boolean | null>>;

export type AuditRecord = {
  subjectId: string | null;
  /** What it was done to, as it was called then. */
  subject: string;
  before?: AuditableFacts;
  after?: AuditableFacts;
};

const allowed: ReadonlySet<string> = new Set(AUDITABLE);

/** @throws Error when a fact is not on the allow-list: types can be lied to, rows cannot be taken back. */
export function onlyAuditable(facts: AuditableFacts | undefined): AuditFacts | null {
  if (!facts) return null;
  for (const key of Object.keys(facts)) {
    if (!allowed.has(key)) throw new Error(`"${key}" is not an auditable fact`);
  }
  return facts as AuditFacts;
}

/** Writes into the command's own transaction: a command that rolls back leaves no row. */
export async function writeAudit(scope: Scope, action: string, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return;
  await scope.tx.insert(auditEvent).values(
    records.map((r) => ({
      orgId: scope.organisation.id,
      personId: scope.actor.personId,
      actor: scope.actor.name,
      action,
      subjectId: r.subjectId,
      subject: r.subject,
      before: onlyAuditable(r.before),
      after: onlyAuditable(r.after),
    })),
  );
}

export type SecurityEvent = {
  orgId: string | null;
  accountId: string | null;
  kind:
    | "refused"
    | "not_found"
    | "signed_in"
    | "signed_out"
    | "sign_in_failed"
    | "rate_limited"
    | "sessions_revoked"
    | "password_set"
    | "organisation_created"
    | "organisation_suspended"
    | "organisation_reinstated";
  detail?: Record<string, string>;
};

/** Part of something that is done: with its transaction or not at all. Of a refusal it would be rolled back. */
export async function addSecurityEvent(tx: Transaction, event: SecurityEvent): Promise<void> {
  await tx.insert(securityEvent).values({ ...event, detail: event.detail ?? {} });
}

/** In a transaction of its own, after the refused one has ended: never a second connection inside a transaction. */
export async function writeSecurityEvent(event: SecurityEvent): Promise<void> {
  await inTransaction({}, (tx) => addSecurityEvent(tx, event));
}
