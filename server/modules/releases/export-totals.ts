import { and, arrayOverlaps, asc, eq, inArray, or } from "drizzle-orm";
import type { ExportTotals } from "#contracts/certificate.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { unit } from "#db/schema/register.ts";
import { release, releaseCell, releaseFurtherCell } from "#db/schema/releases.ts";
import { wave, waveStatement } from "#db/schema/waves.ts";
import { within } from "#server/authz/index.ts";
import { roundHalfAway, scoreOf } from "#server/disclosure/index.ts";
import { command } from "#server/kernel/command.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { NOT_SHOWN_IN_FILES, totalsCsv } from "./totals-rules.ts";

/**
 * The totals of a published wave as a file, for whoever wants to check the certificate: the second pattern and nothing
 * else, the reader's part of the tree. Booked.
 *
 * @throws not_found for a wave that is not published
 */
export const exportTotals = command(
  "release.export-totals",
  async (scope: Scope<"certificate:read">, { waveId }: ExportTotals) => {
    const { organisation, tx } = scope;
    const [found] = await tx
      .select({ id: release.id, label: wave.label })
      .from(release)
      .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
      .where(
        and(
          eq(release.orgId, organisation.id),
          eq(release.waveId, waveId),
          eq(release.status, "published"),
          eq(wave.status, "published"),
        ),
      );
    if (!found) throw notFound("wave");
    const today = tx
      .select({ id: unit.id })
      .from(unit)
      .where(and(eq(unit.orgId, organisation.id), within(scope, unit.path)));
    const cells = await tx
      .select()
      .from(releaseCell)
      .where(
        and(
          eq(releaseCell.orgId, organisation.id),
          eq(releaseCell.releaseId, found.id),
          scope.everywhere
            ? undefined
            : or(arrayOverlaps(releaseCell.path, [...scope.roots]), inArray(releaseCell.unitId, today)),
        ),
      )
      .orderBy(asc(releaseCell.position));
    const codeOf = new Map(cells.filter((cell) => !cell.direct).map((cell) => [cell.unitId, cell.code]));
    const further = await readFurther(scope, found.id, waveId);
    const csv = totalsCsv(
      cells.map((cell) => ({
        code: cell.direct ? `${cell.code}/direct` : cell.code,
        parentCode: codeOf.get(cell.parentId ?? "") ?? "",
        name: cell.name,
        sums:
          cell.shownInFiles && cell.n !== null && cell.statementSums
            ? { n: cell.n, axes: [cell.directionSum ?? 0, cell.deliverySum ?? 0], statements: cell.statementSums }
            : null,
        further: further.codes.map((code) => further.agreement.get(`${code} ${cell.unitId} ${cell.direct}`) ?? null),
      })),
      STATEMENT_CODES,
      further.codes,
    );
    const hidden = csv.split(NOT_SHOWN_IN_FILES).length - 1;
    return {
      view: { csv, label: found.label },
      audit: { subjectId: waveId, subject: found.label, after: { rows: cells.length, hidden } },
    };
  },
);

/** Codes of the further statements that the wave asked, and their agreement by code, unit and leaf. */
async function readFurther({ organisation, tx }: Scope, releaseId: string, waveId: string) {
  const asked = await tx
    .select({ code: waveStatement.code })
    .from(waveStatement)
    .where(
      and(
        eq(waveStatement.orgId, organisation.id),
        eq(waveStatement.waveId, waveId),
        inArray(waveStatement.part, ["extra", "local"]),
      ),
    )
    .orderBy(asc(waveStatement.position));
  const rows =
    asked.length === 0
      ? []
      : await tx
          .select()
          .from(releaseFurtherCell)
          .where(and(eq(releaseFurtherCell.orgId, organisation.id), eq(releaseFurtherCell.releaseId, releaseId)));
  return {
    codes: asked.map(({ code }) => code),
    agreement: new Map(
      rows.map((row) => [`${row.code} ${row.unitId} ${row.direct}`, roundHalfAway(scoreOf(row) ?? 0)]),
    ),
  };
}
