import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { IMPORT_KINDS, IMPORT_STATUSES } from "#contracts/imports-status.ts";
import { bytea, createdAt, id, instant, literals, orgId } from "./helpers.ts";
import { person } from "./people.ts";
import { wave } from "./waves.ts";

/** One uploaded file on its way into a closed wave (or into the structure). */
export const importJob = pgTable(
  "import_job",
  {
    orgId: orgId(),
    id: id(),
    kind: text("kind").notNull(),
    status: text("status").notNull().default("receiving"),
    fileName: text("file_name").notNull(),
    /** Bytes as uploaded, possibly compressed. */
    fileSize: bigint("file_size", { mode: "number" }).notNull().default(0),
    /** Column mapping, scale, direction, wave label and closing date, as HR confirmed them. */
    options: jsonb("options").$type<Record<string, unknown>>().notNull().default({}),
    /** Counts, and errors by row and column; never an answer. */
    report: jsonb("report").$type<Record<string, unknown>>(),
    /** 0-100 while checking or applying. */
    progress: integer("progress").notNull().default(0),
    waveId: uuid("wave_id"),
    /** Null when the installation's command imported it: it acts for nobody in particular. */
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    /** The file is deleted after apply, or then. */
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.waveId], foreignColumns: [wave.orgId, wave.id] }),
    foreignKey({ columns: [t.orgId, t.createdBy], foreignColumns: [person.orgId, person.id] }),
    index("import_job_org_id_created_at_idx").on(t.orgId, t.createdAt.desc()),
    check("import_job_kind_check", sql`${t.kind} in (${literals(IMPORT_KINDS)})`),
    check("import_job_status_check", sql`${t.status} in (${literals(IMPORT_STATUSES)})`),
    check("import_job_progress_check", sql`${t.progress} between 0 and 100`),
  ],
);

/** The uploaded file in chunks of at most one megabyte; gone after apply or after 24 hours. */
export const importChunk = pgTable(
  "import_chunk",
  {
    orgId: orgId(),
    importId: uuid("import_id").notNull(),
    position: integer("position").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.importId, t.position] }),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [importJob.orgId, importJob.id] }).onDelete("cascade"),
    check("import_chunk_size_check", sql`octet_length(${t.bytes}) between 1 and 1048576`),
  ],
);
