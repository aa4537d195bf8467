import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, literals } from "./helpers.ts";
import { person } from "./people.ts";

/** A tenant. Its slug is the address `/o/<slug>` and never changes. */
export const organisation = pgTable(
  "organisation",
  {
    id: id(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    status: text("status").notNull().default("active"),
    /** Fictional demo data: every page says so in a banner. */
    demo: boolean("demo").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique("organisation_slug_key").on(t.slug),
    check("organisation_slug_check", sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'`),
    check("organisation_name_check", sql`length(${t.name}) between 1 and 120`),
    check("organisation_status_check", sql`${t.status} in (${literals(["active", "suspended"])})`),
  ],
);

/** A sign-in, global: one account may belong to several organisations. */
export const account = pgTable(
  "account",
  {
    id: id(),
    /** Lower case; the address is the name of the account. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** argon2id; null until the person has chosen a password. */
    passwordHash: text("password_hash"),
    status: text("status").notNull().default("active"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique("account_email_key").on(t.email),
    check("account_email_check", sql`${t.email} = lower(${t.email}) and length(${t.email}) between 3 and 254`),
    check("account_status_check", sql`${t.status} in (${literals(["active", "disabled"])})`),
  ],
);

/** Runs the installation: creates and suspends organisations, sees no results. */
export const operator = pgTable(
  "operator",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId] })],
);

/** A session is a row: signing out, disabling and demotion take effect on the next request. */
export const session = pgTable(
  "session",
  {
    id: id(),
    /** sha256 of the secret in the cookie; the secret itself is never stored. */
    tokenHash: text("token_hash").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    /** Minutes: 30 for HR and operators, 720 for everybody else. */
    idleMinutes: integer("idle_minutes").notNull(),
    createdAt: createdAt(),
    seenAt: instant("seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique("session_token_hash_key").on(t.tokenHash),
    index("session_account_id_idx").on(t.accountId),
    check("session_idle_check", sql`${t.idleMinutes} between 1 and 1440`),
    check("session_absolute_check", sql`${t.expiresAt} <= ${t.createdAt} + interval '24 hours 1 minute'`),
  ],
);

/**
 * A one-use link. `set-password`: choose the first password. `join`: an account that exists already takes its place in one
 * more organisation; only its holder can, signed in.
 */
export const accountToken = pgTable(
  "account_token",
  {
    id: id(),
    tokenHash: text("token_hash").notNull(),
    purpose: text("purpose").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    /** The organisation that made the link, and the person there; null for links of the installation. */
    orgId: uuid("org_id").references(() => organisation.id),
    personId: uuid("person_id"),
    /** Who made it: a link of one HR admin ends when another one gives its person a role. */
    issuedBy: uuid("issued_by").references(() => account.id),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    unique("account_token_hash_key").on(t.tokenHash),
    index("account_token_account_id_idx").on(t.accountId),
    index("account_token_org_id_person_id_idx").on(t.orgId, t.personId),
    check("account_token_purpose_check", sql`${t.purpose} in (${literals(["set-password", "join", "sign-in"])})`),
    check("account_token_join_check", sql`${t.purpose} <> 'join' or ${t.personId} is not null`),
    check("account_token_place_check", sql`(${t.orgId} is null) = (${t.personId} is null)`),
  ],
);

/** Sign-in attempts per account and per address, for the rate limit. Keys are hashes; rows live an hour. */
export const signInAttempt = pgTable(
  "sign_in_attempt",
  {
    id: id(),
    keyHash: text("key_hash").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.id] }), index("sign_in_attempt_key_hash_at_idx").on(t.keyHash, t.at)],
);
