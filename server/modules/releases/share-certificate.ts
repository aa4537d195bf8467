import { LINK_DAYS, type ShareCertificate, type SharedLink } from "#contracts/certificate.ts";
import { certificateLink } from "#db/schema/releases.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import { hashSecret, newSecret } from "#server/kernel/secrets.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listLinks, mustFindCertified } from "./certificate-queries.ts";
import { toLink } from "./certificate-views.ts";

/** Open links of one wave at a time. */
const LINKS = 20;

/**
 * Makes a link to the certificate for somebody without an account. It opens that one page, which shows no result, until it
 * expires or is ended. The link is told once.
 *
 * @throws not_found; refused beyond twenty open links
 */
export const shareCertificate = command(
  "certificate.share",
  async (scope: Scope<"wave:run">, { waveId, label, days = LINK_DAYS.usual }: ShareCertificate) => {
    const { organisation, actor, tx, clock } = scope;
    const row = await mustFindCertified(scope, waveId);
    const now = clock.now();
    const open = (await listLinks(scope, waveId)).filter((link) => !link.revokedAt && link.expiresAt > now);
    if (open.length >= LINKS) throw refused("There are twenty open links already. End one of them first.");
    if (!actor.personId) throw refused("Only a person makes a link.");
    const secret = newSecret();
    const [made] = await tx
      .insert(certificateLink)
      .values({
        orgId: organisation.id,
        waveId,
        tokenHash: hashSecret(secret),
        label,
        createdBy: actor.personId,
        expiresAt: new Date(now.getTime() + days * 86_400_000),
        createdAt: now,
      })
      .returning();
    if (!made) throw new Error("the link was not stored");
    const view: SharedLink = {
      ...toLink(made, organisation.zone, now),
      path: `/certificate/${organisation.slug}/${secret}`,
    };
    return { view, audit: { subjectId: waveId, subject: row.label, after: { label, endsOn: view.expiresOn } } };
  },
);
