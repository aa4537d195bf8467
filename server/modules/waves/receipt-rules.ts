import type { StatementPart } from "#contracts/statements.ts";
import { BACKUP_DAYS, promiseInWords } from "#content/promise.ts";

/** Everything that staff are promised when a wave opens. */
export type Promised = {
  organisation: string;
  wave: string;
  k: number;
  /** ISO instant. */
  closesAt: string;
  /** ISO dates in the organisation's zone. */
  closesOn: string;
  deletesOn: string;
  welsh: boolean;
  statements: { code: string; part: StatementPart; en: string; cy: string | null }[];
};

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
export const dayInWords = (isoDate: string): string => DAY.format(new Date(`${isoDate}T00:00:00Z`));

/**
 * The text whose SHA-256 is the receipt: JSON with sorted keys and without spaces, so that anybody can make it again from
 * what was promised.
 */
export function receiptText(promised: Promised): string {
  const words = promiseInWords({
    closesOn: dayInWords(promised.closesOn),
    k: promised.k,
    deletesOn: dayInWords(promised.deletesOn),
  });
  return canonical({ version: 1, promise: words, backupDays: BACKUP_DAYS, k2: Math.max(10, promised.k), ...promised });
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}
