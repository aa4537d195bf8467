import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { person } from "./people.ts";
import { wave, waveUnit } from "./waves.ts";

/** Wave-level statistics of a release; null where they do not exist (measurement.md, section 2). */
export type ReleaseStatistics = Record<string, number | null>;

/** The audit of one would-be release. A failed one is kept too: it holds the results back. */
export const releaseAudit = pgTable(
  "release_audit",
  {
    orgId: orgId(),
    releaseId: uuid("release_id").notNull(),
    waveId: uuid("wave_id").notNull(),
    verdict: text("verdict").notNull(),
    /** How many findings; never which groups. */
    findings: integer("findings").notNull(),
    /** sha256 over tree, leaf counts and sums: the certificate can be re-run from the stored blocks. */
    inputHash: text("input_hash").notNull(),
    /** sha256 over the stored blocks, cells and counts of notes, so that a change of them shows. Null for a failed audit. */
    blockHash: text("block_hash"),
    /** Versions of the rule and of the audit. */
    codeVersion: text("code_version").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.releaseId] }),
    unique("release_audit_org_id_release_id_verdict_key").on(t.orgId, t.releaseId, t.verdict),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    check("release_audit_block_hash_check", sql`${t.blockHash} ~ '^[0-9a-f]{64}$'`),
    check("release_audit_verdict_check", sql`${t.verdict} in (${literals(["passed", "failed"])})`),
  ],
);

/** Published results of a closed wave, immutable. The composite key to a passed audit makes an unaudited one impossible. */
export const release = pgTable(
  "release",
  {
    orgId: orgId(),
    id: id(),
    waveId: uuid("wave_id").notNull(),
    verdict: text("verdict").notNull().default("passed"),
    status: text("status").notNull().default("published"),
    k: integer("k").notNull(),
    k2: integer("k2").notNull(),
    /** One s per axis and wave for every interval, whole points on 0-100. */
    sDirection: integer("s_direction").notNull(),
    sDelivery: integer("s_delivery").notNull(),
    answers: integer("answers").notNull(),
    statistics: jsonb("statistics").$type<ReleaseStatistics>().notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    foreignKey({
      columns: [t.orgId, t.id, t.verdict],
      foreignColumns: [releaseAudit.orgId, releaseAudit.releaseId, releaseAudit.verdict],
      name: "release_passed_audit_fk",
    }),
    index("release_org_id_wave_id_idx").on(t.orgId, t.waveId),
    check("release_verdict_check", sql`${t.verdict} = 'passed'`),
    check("release_status_check", sql`${t.status} in (${literals(["published", "withdrawn"])})`),
    check("release_k_check", sql`${t.k} >= 5 and ${t.k2} >= 10 and ${t.k2} >= ${t.k}`),
  ],
);

/**
 * The blocks: the finest sums that exist outside the sealed answers. Sums are exact integers in sixtieths of a raw point
 * (1-5). Extremes are already moved.
 */
export const releaseBlock = pgTable(
  "release_block",
  {
    orgId: orgId(),
    releaseId: uuid("release_id").notNull(),
    pattern: smallint("pattern").notNull(),
    unitId: uuid("unit_id").notNull(),
    /** The leaf "People directly in X" rather than X itself. */
    direct: boolean("direct").notNull(),
    n: integer("n").notNull(),
    directionSum: integer("direction_sum").notNull(),
    deliverySum: integer("delivery_sum").notNull(),
    /** Twelve, in the order of STATEMENT_CODES; only in the second pattern. */
    statementSums: integer("statement_sums").array(),
    movedDirection: boolean("moved_direction").notNull(),
    movedDelivery: boolean("moved_delivery").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.releaseId, t.pattern, t.unitId, t.direct] }),
    foreignKey({ columns: [t.orgId, t.releaseId], foreignColumns: [release.orgId, release.id] }),
    check("release_block_pattern_check", sql`${t.pattern} in (1, 2)`),
    check("release_block_n_check", sql`${t.n} >= case ${t.pattern} when 1 then 5 else 10 end`),
    check("release_block_statements_check", sql`(${t.pattern} = 2) = (${t.statementSums} is not null)`),
  ],
);

/**
 * One row per node of the frozen tree, in tree order, with the sums of its blocks: what every results page reads, in one
 * index scan and without a join. A hidden node has neither n nor sums.
 */
export const releaseCell = pgTable(
  "release_cell",
  {
    orgId: orgId(),
    releaseId: uuid("release_id").notNull(),
    position: integer("position").notNull(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    direct: boolean("direct").notNull(),
    parentId: uuid("parent_id"),
    path: uuid("path").array().notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    hasChildren: boolean("has_children").notNull(),
    shown: boolean("shown").notNull(),
    /** Published in the second pattern too: statements, gaps and files. */
    shownInFiles: boolean("shown_in_files").notNull(),
    /** Null when hidden, and when nobody could answer. */
    n: integer("n"),
    directionSum: integer("direction_sum"),
    deliverySum: integer("delivery_sum"),
    /** 'or_more' / 'or_less' when the cell is one moved block: the risk reads as a limit. */
    engagementLimit: text("engagement_limit"),
    deliveryLimit: text("delivery_limit"),
    statementSums: integer("statement_sums").array(),
    /** Twelve flags: under 10, or under half, really answered. */
    statementUnanswered: boolean("statement_unanswered").array(),
    participation: integer("participation"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.releaseId, t.position] }),
    unique("release_cell_org_id_release_id_unit_id_direct_key").on(t.orgId, t.releaseId, t.unitId, t.direct),
    foreignKey({ columns: [t.orgId, t.releaseId], foreignColumns: [release.orgId, release.id] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    index("release_cell_org_id_unit_id_idx").on(t.orgId, t.unitId),
    check("release_cell_nested_check", sql`${t.shown} or not ${t.shownInFiles}`),
    check(
      "release_cell_hidden_check",
      sql`${t.shown} or (${t.n} is null and ${t.directionSum} is null and ${t.statementSums} is null)`,
    ),
    check("release_cell_files_check", sql`${t.shownInFiles} or ${t.statementSums} is null`),
    check("release_cell_participation_check", sql`${t.participation} is null or ${t.participation} between 0 and 90`),
  ],
);

/**
 * Blocks of the extra statement and HR's own, each counted by those who answered it (disclosure/further-statements.ts):
 * the finest sums that exist of them, in sixtieths of a raw point, extremes already moved.
 */
export const releaseFurtherBlock = pgTable(
  "release_further_block",
  {
    orgId: orgId(),
    releaseId: uuid("release_id").notNull(),
    /** X1-X3 or L1-L5. */
    code: text("code").notNull(),
    unitId: uuid("unit_id").notNull(),
    direct: boolean("direct").notNull(),
    n: integer("n").notNull(),
    sum: integer("sum").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.releaseId, t.code, t.unitId, t.direct] }),
    foreignKey({ columns: [t.orgId, t.releaseId], foreignColumns: [release.orgId, release.id] }),
    check("release_further_block_code_check", sql`${t.code} ~ '^(X[1-3]|L[1-5])$'`),
    check("release_further_block_n_check", sql`${t.n} >= 10`),
  ],
);

/** Nodes that show such a statement, with the sums of its blocks. A node without a row does not show it. */
export const releaseFurtherCell = pgTable(
  "release_further_cell",
  {
    orgId: orgId(),
    releaseId: uuid("release_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    direct: boolean("direct").notNull(),
    code: text("code").notNull(),
    n: integer("n").notNull(),
    sum: integer("sum").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.releaseId, t.unitId, t.direct, t.code] }),
    foreignKey({
      columns: [t.orgId, t.releaseId, t.unitId, t.direct],
      foreignColumns: [releaseCell.orgId, releaseCell.releaseId, releaseCell.unitId, releaseCell.direct],
      name: "release_further_cell_cell_fk",
    }),
    check("release_further_cell_code_check", sql`${t.code} ~ '^(X[1-3]|L[1-5])$'`),
    check("release_further_cell_n_check", sql`${t.n} >= 10`),
  ],
);

/** The two other views of the same wave: supervisors' assessments (five or more teams) and counted delivery. Never mixed. */
export const releaseMeasure = pgTable(
  "release_measure",
  {
    orgId: orgId(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    view: text("view").notNull(),
    /** How many teams it rests on. */
    teams: integer("teams").notNull(),
    /** Risks 0-100, unrounded; engagement is null for counted delivery. */
    engagementRisk: doublePrecision("engagement_risk"),
    deliveryRisk: doublePrecision("delivery_risk"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.waveId, t.view, t.unitId] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    check("release_measure_view_check", sql`${t.view} in (${literals(["supervisors", "counted"])})`),
    check(
      "release_measure_engagement_check",
      sql`${t.engagementRisk} is null or ${t.engagementRisk} between 0 and 100`,
    ),
    check("release_measure_delivery_check", sql`${t.deliveryRisk} is null or ${t.deliveryRisk} between 0 and 100`),
  ],
);

/**
 * What people wrote, each note at exactly one node: the lowest whose block of notes has ten or more. No date, no team
 * below that node. HR may take names out; what was taken out is gone.
 */
export const releaseNote = pgTable(
  "release_note",
  {
    orgId: orgId(),
    id: id(),
    releaseId: uuid("release_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    note: text("note").notNull(),
    redacted: boolean("redacted").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.releaseId], foreignColumns: [release.orgId, release.id] }),
    index("release_note_org_id_release_id_unit_id_idx").on(t.orgId, t.releaseId, t.unitId),
    check("release_note_length_check", sql`length(${t.note}) between 1 and 1000`),
  ],
);

/**
 * A link to the certificate of one wave for somebody without an account: staff side, a data protection officer. It opens
 * that page and nothing else, shows no result, expires, and can be ended. Only the secret's hash is kept.
 */
export const certificateLink = pgTable(
  "certificate_link",
  {
    orgId: orgId(),
    id: id(),
    waveId: uuid("wave_id").notNull(),
    purpose: text("purpose").notNull().default("certificate"),
    tokenHash: text("token_hash").notNull(),
    /** For whom, in HR's words. */
    label: text("label").notNull(),
    createdBy: uuid("created_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    foreignKey({ columns: [t.orgId, t.createdBy], foreignColumns: [person.orgId, person.id] }),
    unique("certificate_link_org_id_token_hash_key").on(t.orgId, t.tokenHash),
    index("certificate_link_org_id_wave_id_idx").on(t.orgId, t.waveId),
    check("certificate_link_purpose_check", sql`${t.purpose} = 'certificate'`),
    check("certificate_link_hash_check", sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check("certificate_link_label_check", sql`length(${t.label}) between 1 and 80`),
    check("certificate_link_expires_check", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);
