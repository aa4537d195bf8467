import type { CertificatePage, ReadCertificate } from "#contracts/certificate.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { countTeams, listAsked, listAudits, listCertified, listLinks } from "./certificate-queries.ts";
import { toCertificateWave, toFacts, toLink } from "./certificate-views.ts";

/**
 * The certificate of one wave, in the words of the installation: what was promised, what was checked, and with which
 * result. Nothing of it depends on the reader's part.
 *
 * @param mayRun whether the reader runs waves, and so makes links
 * @throws not_found for a wave without a certificate
 */
export async function readCertificate(
  scope: Scope<"certificate:read">,
  { waveId }: ReadCertificate,
  mayRun: boolean,
): Promise<CertificatePage> {
  const { tx, organisation } = scope;
  const rows = await listCertified(tx, organisation.id);
  const audits = await listAudits(
    tx,
    organisation.id,
    rows.map((row) => row.id),
  );
  const waves = rows.map((row) => toCertificateWave(row, audits.get(row.id), organisation.zone));
  const row = waveId
    ? rows.find((r) => r.id === waveId)
    : (rows.find((r) => r.status === "published") ?? rows.find(() => true));
  if (waveId && !row) throw notFound("wave");
  const base = { waves, mayRun, organisationSlug: organisation.slug };
  if (!row) return { ...base, facts: null, teams: null, links: [] };
  const [asked, teams, links] = await Promise.all([
    listAsked(tx, organisation.id, row.id),
    row.status === "published" ? countTeams(scope, row.id) : null,
    mayRun ? listLinks(scope, row.id) : [],
  ]);
  return {
    ...base,
    facts: toFacts({
      organisationName: organisation.name,
      zone: organisation.zone,
      row,
      audit: audits.get(row.id),
      asked,
    }),
    teams,
    links: links.map((link) => toLink(link, organisation.zone, scope.clock.now())),
  };
}
