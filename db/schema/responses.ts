import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, id, nullableSmallints, orgId } from "./helpers.ts";
import { teamMember } from "./register.ts";
import { wave, waveUnit } from "./waves.ts";

/**
 * Sealed answers of a closed wave: no person, no time, no order (the id is random). 1-5, 0 = "does not apply", null =
 * left blank. The app role may only insert; the releaser role alone reads (measurement.md, section 3).
 */
export const sealedResponse = pgTable(
  "sealed_response",
  {
    orgId: orgId(),
    id: id(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    d1: smallint("d1"),
    d2: smallint("d2"),
    d3: smallint("d3"),
    d4: smallint("d4"),
    d5: smallint("d5"),
    d6: smallint("d6"),
    e1: smallint("e1"),
    e2: smallint("e2"),
    e3: smallint("e3"),
    e4: smallint("e4"),
    e5: smallint("e5"),
    e6: smallint("e6"),
    /** The wave's one extra statement, in no axis. */
    extra: smallint("extra"),
    /** HR's own statements L1-L5, in no axis; null for imports. */
    locals: nullableSmallints("locals"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    index("sealed_response_org_id_wave_id_unit_id_idx").on(t.orgId, t.waveId, t.unitId),
    check(
      "sealed_response_range_check",
      sql`least(d1,d2,d3,d4,d5,d6,e1,e2,e3,e4,e5,e6) >= 0 and greatest(d1,d2,d3,d4,d5,d6,e1,e2,e3,e4,e5,e6) <= 5`,
    ),
    check("sealed_response_extra_check", sql`${t.extra} between 0 and 5`),
    check("sealed_response_locals_check", sql`cardinality(${t.locals}) = 5`),
  ],
);

/**
 * What the secret of every link of a wave is derived from, encrypted with the installation's key. Destroyed at seal: from
 * then on nobody can make or check a link.
 */
export const waveKey = pgTable(
  "wave_key",
  {
    orgId: orgId(),
    waveId: uuid("wave_id").notNull(),
    sealedKey: bytea("sealed_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.waveId] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
  ],
);

/**
 * Who may answer, and that a link was used - never with which answer. No time and no order. A submit rewrites every row of
 * the bucket (measurement.md, section 4). The app role cannot read `used` or the hash; rows are deleted at seal.
 */
export const invitation = pgTable(
  "invitation",
  {
    orgId: orgId(),
    id: id(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    /** A team, or a random part of one over 60 people: what one submit locks and rewrites. */
    bucket: integer("bucket").notNull(),
    memberId: uuid("member_id").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    used: boolean("used").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [teamMember.orgId, teamMember.id] }),
    unique("invitation_org_id_token_hash_key").on(t.orgId, t.tokenHash),
    unique("invitation_org_id_wave_id_member_id_key").on(t.orgId, t.waveId, t.memberId),
    index("invitation_org_id_wave_id_unit_id_bucket_idx").on(t.orgId, t.waveId, t.unitId, t.bucket),
  ],
);

/** Answers of an open wave: no person, no time, no order. Deleted and written anew in random order by every submit. */
export const inbox = pgTable(
  "inbox",
  {
    orgId: orgId(),
    id: id(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    bucket: integer("bucket").notNull(),
    /** Twelve, in the order of STATEMENT_CODES: 1-5, 0 does not apply, null left blank. */
    answers: nullableSmallints("answers").notNull(),
    extra: smallint("extra"),
    /** L1-L5. */
    locals: nullableSmallints("locals").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    index("inbox_org_id_wave_id_unit_id_bucket_idx").on(t.orgId, t.waveId, t.unitId, t.bucket),
    check(
      "inbox_answers_check",
      sql`cardinality(${t.answers}) = 12 and 0 <= all(${t.answers}) is not false and 5 >= all(${t.answers}) is not false`,
    ),
    check("inbox_extra_check", sql`${t.extra} between 0 and 5`),
    check(
      "inbox_locals_check",
      sql`cardinality(${t.locals}) = 5 and 0 <= all(${t.locals}) is not false and 5 >= all(${t.locals}) is not false`,
    ),
  ],
);

/** Notes of an open wave, apart from the answers and shuffled on their own. */
export const inboxNote = pgTable(
  "inbox_note",
  {
    orgId: orgId(),
    id: id(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    bucket: integer("bucket").notNull(),
    note: text("note").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    index("inbox_note_org_id_wave_id_unit_id_bucket_idx").on(t.orgId, t.waveId, t.unitId, t.bucket),
    check("inbox_note_length_check", sql`length(${t.note}) between 1 and 1000`),
  ],
);

/** Notes of a closed wave; only the releaser reads them, and shows one only where ten people wrote (section 3). */
export const sealedNote = pgTable(
  "sealed_note",
  {
    orgId: orgId(),
    id: id(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    note: text("note").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    index("sealed_note_org_id_wave_id_idx").on(t.orgId, t.waveId),
    check("sealed_note_length_check", sql`length(${t.note}) between 1 and 1000`),
  ],
);
