import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { organisation } from "./accounts.ts";
import { id, instant, orgId } from "./helpers.ts";

export type AuditFacts = Record<string, string | number | boolean | null>;

/** One row per command, in the command's own transaction. The app role may insert and read, never change. */
export const auditEvent = pgTable(
  "audit_event",
  {
    orgId: orgId(),
    id: id(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    /** Null for a named system scope; `actor` then names it. */
    personId: uuid("person_id"),
    actor: text("actor").notNull(),
    /** resource.verb, the command's name. */
    action: text("action").notNull(),
    subjectId: uuid("subject_id"),
    /** What it was done to, in words as they were then. */
    subject: text("subject").notNull(),
    before: jsonb("before").$type<AuditFacts>(),
    after: jsonb("after").$type<AuditFacts>(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisation.id] }),
    index("audit_event_org_id_at_idx").on(t.orgId, t.at.desc(), t.id.desc()),
    index("audit_event_org_id_action_at_idx").on(t.orgId, t.action, t.at.desc()),
    check("audit_event_action_check", sql`${t.action} ~ '^[a-z-]+[.][a-z-]+$'`),
  ],
);

/** Refusals, sign-ins and sign-outs, written in a transaction of their own so that a rolled-back command keeps them. */
export const securityEvent = pgTable(
  "security_event",
  {
    id: id(),
    at: instant("at").notNull().defaultNow(),
    /** Null before an organisation is known. */
    orgId: uuid("org_id").references(() => organisation.id),
    accountId: uuid("account_id"),
    kind: text("kind").notNull(),
    /** Allow-listed facts: permission, procedure. Never an input, an answer or a secret. */
    detail: jsonb("detail").$type<Record<string, string>>().notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.id] }), index("security_event_org_id_at_idx").on(t.orgId, t.at.desc(), t.id)],
);
