import { promiseInWords } from "#content/promise.ts";
import { STATEMENTS } from "#content/statements.ts";
import type { CertificateFacts, CertificateLink, CertificateWave } from "#contracts/certificate.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import type { WaveSource } from "#contracts/waves.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { AuditRow, LinkRow, WaveRow } from "./certificate-queries.ts";

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const inWords = (isoDate: string): string => DAY.format(new Date(`${isoDate}T00:00:00Z`));

export function toCertificateWave(row: WaveRow, audit: AuditRow | undefined, zone: string): CertificateWave {
  return {
    waveId: row.id,
    label: row.label,
    closedOn: row.closedAt && dateIn(zone, row.closedAt),
    state: row.status === "published" ? "passed" : audit?.verdict === "failed" ? "failed" : "under_way",
  };
}

type Of = {
  organisationName: string;
  zone: string;
  row: WaveRow;
  audit: AuditRow | undefined;
  asked: readonly { code: string; en: string }[];
};

/** Everything of a certificate that anybody may read. */
export function toFacts({ organisationName, zone, row, audit, asked }: Of): CertificateFacts {
  const { k, closesAt, deletesOn, receipt } = row;
  const standard = STATEMENT_CODES.map((code) => ({ code, en: STATEMENTS[code].member }));
  return {
    organisationName,
    wave: toCertificateWave(row, audit, zone),
    source: row.source as WaveSource,
    rehearsal: row.rehearsal,
    k,
    k2: Math.max(10, k),
    agreedWithStaff: row.agreedWithStaff,
    receipt,
    promise:
      receipt !== null && closesAt !== null && deletesOn !== null
        ? promiseInWords({ closesOn: inWords(dateIn(zone, closesAt)), k, deletesOn: inWords(deletesOn) })
        : [],
    statements: asked.length > 0 ? [...asked] : row.source === "import" ? [] : standard,
    deletesOn,
    check: audit
      ? {
          on: dateIn(zone, audit.createdAt),
          inputHash: audit.inputHash,
          blockHash: audit.blockHash,
          codeVersion: audit.codeVersion,
        }
      : null,
  };
}

export function toLink(row: LinkRow, zone: string, now: Date): CertificateLink {
  return {
    linkId: row.id,
    label: row.label,
    madeOn: dateIn(zone, row.createdAt),
    expiresOn: dateIn(zone, row.expiresAt),
    state: row.revokedAt !== null ? "ended" : row.expiresAt <= now ? "expired" : "open",
  };
}
