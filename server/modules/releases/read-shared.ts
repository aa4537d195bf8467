import { and, eq, gt, isNull } from "drizzle-orm";
import type { ReadShared, SharedCertificate } from "#contracts/certificate.ts";
import { organisation } from "#db/schema/accounts.ts";
import { certificateLink } from "#db/schema/releases.ts";
import { type Clock, dateIn } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import { hashSecret } from "#server/kernel/secrets.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";
import { listAsked, listAudits, listCertified, readZone } from "./certificate-queries.ts";
import { toFacts } from "./certificate-views.ts";

/**
 * The certificate as whoever holds a link reads it, without an account and without any result. Unknown, expired and ended
 * links, another organisation's, and one of a wave that was withdrawn are one answer.
 *
 * @throws not_found
 */
export async function readShared(tx: Transaction, clock: Clock, input: ReadShared): Promise<SharedCertificate> {
  await set(tx, { orgSlug: input.slug });
  const [org] = await tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.slug, input.slug), eq(organisation.status, "active")));
  if (!org) throw notFound("page");
  await set(tx, { orgId: org.id });
  const [link] = await tx
    .select()
    .from(certificateLink)
    .where(
      and(
        eq(certificateLink.orgId, org.id),
        eq(certificateLink.tokenHash, hashSecret(input.secret)),
        eq(certificateLink.purpose, "certificate"),
        isNull(certificateLink.revokedAt),
        gt(certificateLink.expiresAt, clock.now()),
      ),
    );
  const row = link && (await listCertified(tx, org.id)).find((found) => found.id === link.waveId);
  if (!link || !row) throw notFound("page");
  const [zone, audits, asked] = await Promise.all([
    readZone(tx, org.id),
    listAudits(tx, org.id, [row.id]),
    listAsked(tx, org.id, row.id),
  ]);
  return {
    ...toFacts({ organisationName: org.name, zone, row, audit: audits.get(row.id), asked }),
    linkLabel: link.label,
    expiresOn: dateIn(zone, link.expiresAt),
  };
}
