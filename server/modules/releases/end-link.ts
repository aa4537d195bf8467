import { and, eq, isNull } from "drizzle-orm";
import type { EndLink } from "#contracts/certificate.ts";
import { certificateLink } from "#db/schema/releases.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { toLink } from "./certificate-views.ts";

/**
 * Ends a link at once. Ended before: nothing changes.
 * @throws not_found
 */
export const endLink = command("certificate.end-link", async (scope: Scope<"wave:run">, { linkId }: EndLink) => {
  const { organisation, tx, clock } = scope;
  const ours = and(eq(certificateLink.orgId, organisation.id), eq(certificateLink.id, linkId));
  const [ended] = await tx
    .update(certificateLink)
    .set({ revokedAt: clock.now() })
    .where(and(ours, isNull(certificateLink.revokedAt)))
    .returning();
  const [row] = ended ? [ended] : await tx.select().from(certificateLink).where(ours);
  if (!row) throw notFound("link");
  const view = toLink(row, organisation.zone, clock.now());
  return { view, audit: ended ? { subjectId: row.waveId, subject: row.label } : UNCHANGED };
});
