import { z } from "zod";

/** receiving -> uploaded -> checking -> checked -> applying -> applied -> withdrawn; failed, discarded and expired end it. */
export const IMPORT_STATUSES = [
  "receiving",
  "uploaded",
  "checking",
  "checked",
  "applying",
  "applied",
  "failed",
  "withdrawn",
  "discarded",
  "expired",
] as const;
export const ImportStatus = z.enum(IMPORT_STATUSES);
export type ImportStatus = z.infer<typeof ImportStatus>;

export const IMPORT_KINDS = ["responses", "structure"] as const;
export const ImportKind = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof ImportKind>;
