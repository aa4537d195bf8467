import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { MAIL_KINDS, MAIL_STATUSES } from "#contracts/outbox.ts";
import { createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { person } from "./people.ts";
import { teamMember } from "./register.ts";
import { wave } from "./waves.ts";

/**
 * Mails to be sent, written in the transaction of what they are about. Ids only: the text and any link are made when the
 * mail is sent and never stored. The Message-ID is made of the row's id, so that a second try is the same mail.
 */
export const outboxMail = pgTable(
  "outbox_mail",
  {
    orgId: orgId(),
    id: id(),
    kind: text("kind").notNull(),
    waveId: uuid("wave_id"),
    /** Somebody without an account, on a team's list. */
    memberId: uuid("member_id"),
    /** Somebody with a place in the organisation. */
    personId: uuid("person_id"),
    status: text("status").notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    notBefore: instant("not_before").notNull().defaultNow(),
    /** Set while a worker has it; one that dies in between leaves a mail that may go out twice. */
    claimedAt: instant("claimed_at"),
    sentAt: instant("sent_at"),
    /** A worker died between the provider's yes and our mark, so this mail may have been sent twice. */
    maybeTwice: boolean("maybe_twice").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [teamMember.orgId, teamMember.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [person.orgId, person.id] }),
    index("outbox_mail_org_id_status_not_before_idx").on(t.orgId, t.status, t.notBefore),
    index("outbox_mail_org_id_wave_id_idx").on(t.orgId, t.waveId),
    check("outbox_mail_kind_check", sql`${t.kind} in (${literals(MAIL_KINDS)})`),
    check("outbox_mail_status_check", sql`${t.status} in (${literals(MAIL_STATUSES)})`),
    check("outbox_mail_to_check", sql`(${t.memberId} is null) <> (${t.personId} is null)`),
  ],
);
