import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ROLES } from "#contracts/roles.ts";
import { account, organisation } from "./accounts.ts";
import { createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { unit } from "./register.ts";

/** Somebody known to one organisation, with or without a sign-in. */
export const person = pgTable(
  "person",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").references(() => account.id),
    name: text("name").notNull(),
    email: text("email").notNull(),
    status: text("status").notNull().default("active"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisation.id] }),
    unique("person_org_id_email_key").on(t.orgId, t.email),
    unique("person_org_id_account_id_key").on(t.orgId, t.accountId),
    check("person_email_check", sql`${t.email} = lower(${t.email}) and length(${t.email}) between 3 and 254`),
    check("person_name_check", sql`length(${t.name}) between 1 and 120`),
    check("person_status_check", sql`${t.status} in (${literals(["active", "suspended", "left"])})`),
  ],
);

/**
 * Which accounts belong to which organisations: the one look-up that happens before a tenant is known, so it is global
 * with an own-account policy. Kept in step with `person` by the use-cases of modules/people.
 */
export const membership = pgTable(
  "membership",
  {
    orgId: orgId(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    personId: uuid("person_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.accountId] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    index("membership_account_id_idx").on(t.accountId),
  ],
);

/** Role, scope and dates. Each assignment is evaluated alone (product.md, section 2). */
export const roleAssignment = pgTable(
  "role_assignment",
  {
    orgId: orgId(),
    id: id(),
    personId: uuid("person_id").notNull(),
    role: text("role").notNull(),
    /** The organisation's root unit for organisation-wide roles. */
    unitId: uuid("unit_id").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    /** Last day, inclusive; null while open. */
    endsOn: date("ends_on", { mode: "string" }),
    revokedAt: instant("revoked_at"),
    /** Set on a deputy: the assignment stood in for, at most four weeks. */
    deputyOf: uuid("deputy_of"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [unit.orgId, unit.id] }),
    foreignKey({ columns: [t.orgId, t.deputyOf], foreignColumns: [t.orgId, t.id], name: "role_assignment_deputy_fk" }),
    uniqueIndex("role_assignment_live_key")
      .on(t.orgId, t.personId, t.role, t.unitId)
      .where(sql`revoked_at is null and ends_on is null`),
    index("role_assignment_org_id_unit_id_role_idx").on(t.orgId, t.unitId, t.role),
    check("role_assignment_role_check", sql`${t.role} in (${literals(ROLES)})`),
    check("role_assignment_dates_check", sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    check(
      "role_assignment_deputy_check",
      sql`${t.deputyOf} is null or (${t.endsOn} is not null and ${t.endsOn} <= ${t.startsOn} + 28)`,
    ),
  ],
);
