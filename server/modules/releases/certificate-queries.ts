import { and, asc, count, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { certificateLink, release, releaseAudit, releaseCell } from "#db/schema/releases.ts";
import { organisationSetting } from "#db/schema/register.ts";
import { wave, waveStatement } from "#db/schema/waves.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import type { Transaction } from "#server/kernel/transaction.ts";

export type WaveRow = typeof wave.$inferSelect;
export type AuditRow = typeof releaseAudit.$inferSelect;
export type LinkRow = typeof certificateLink.$inferSelect;

/** Fifteen years of quarters. */
const WAVES = 60;
const LINKS = 50;

/** From launch on, latest first. A withdrawn wave has no certificate any more. */
export function listCertified(tx: Transaction, orgId: string): Promise<WaveRow[]> {
  return tx
    .select()
    .from(wave)
    .where(
      and(
        eq(wave.orgId, orgId),
        ne(wave.status, "withdrawn"),
        ne(wave.status, "draft"),
        // A wave of assessments alone publishes nothing that would have to be checked.
        sql`(${wave.source} <> 'none' or ${wave.status} = 'published')`,
      ),
    )
    .orderBy(sql`coalesce(${wave.closedAt}, 'infinity'::timestamptz) desc`, desc(wave.id))
    .limit(WAVES);
}

/** The verdict that counts per wave: a passed one, else the latest. */
export async function listAudits(
  tx: Transaction,
  orgId: string,
  waveIds: readonly string[],
): Promise<Map<string, AuditRow>> {
  const rows = await tx
    .selectDistinctOn([releaseAudit.waveId])
    .from(releaseAudit)
    .where(and(eq(releaseAudit.orgId, orgId), inArray(releaseAudit.waveId, [...waveIds])))
    .orderBy(asc(releaseAudit.waveId), desc(releaseAudit.verdict), desc(releaseAudit.createdAt));
  return new Map(rows.map((row) => [row.waveId, row]));
}

export function listAsked(tx: Transaction, orgId: string, waveId: string) {
  return tx
    .select({ code: waveStatement.code, en: waveStatement.en })
    .from(waveStatement)
    .where(and(eq(waveStatement.orgId, orgId), eq(waveStatement.waveId, waveId)))
    .orderBy(asc(waveStatement.position));
}

export async function readZone(tx: Transaction, orgId: string): Promise<string> {
  const [found] = await tx
    .select({ zone: organisationSetting.zone })
    .from(organisationSetting)
    .where(eq(organisationSetting.orgId, orgId));
  return found?.zone ?? "Europe/London";
}

/** How many teams of the whole wave are shown, in general: never which. */
export async function countTeams(scope: Scope, waveId: string) {
  const shown = (column: typeof releaseCell.shown | typeof releaseCell.shownInFiles) =>
    sql<number>`(count(*) filter (where ${column}))::int`;
  const [row] = await scope.tx
    .select({ all: count(), onScreen: shown(releaseCell.shown), inFiles: shown(releaseCell.shownInFiles) })
    .from(releaseCell)
    .innerJoin(release, and(eq(release.orgId, releaseCell.orgId), eq(release.id, releaseCell.releaseId)))
    .where(
      and(
        eq(releaseCell.orgId, scope.organisation.id),
        eq(release.waveId, waveId),
        eq(release.status, "published"),
        eq(releaseCell.kind, "team"),
      ),
    );
  return row ?? { all: 0, onScreen: 0, inFiles: 0 };
}

/** @throws not_found for a wave without a certificate, now or ever */
export async function mustFindCertified(scope: Scope, waveId: string): Promise<WaveRow> {
  const all = await listCertified(scope.tx, scope.organisation.id);
  const found = all.find((row) => row.id === waveId);
  if (!found) throw notFound("wave");
  return found;
}

export function listLinks(scope: Scope, waveId: string): Promise<LinkRow[]> {
  return scope.tx
    .select()
    .from(certificateLink)
    .where(and(eq(certificateLink.orgId, scope.organisation.id), eq(certificateLink.waveId, waveId)))
    .orderBy(desc(certificateLink.createdAt))
    .limit(LINKS);
}
