import { sql } from "drizzle-orm";
import type { AppliedMeasure, ApplyMeasure } from "#contracts/measures.ts";
import { otherMeasure } from "#db/schema/help.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { conflict, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { checkMeasure } from "./check-measure.ts";

const CHUNK = 1000;

/**
 * Keeps what the dry run has shown, all of it or nothing. The same file again changes nothing.
 * @throws invalid while a row is wrong; conflict when it would do something else now than was shown
 */
export const applyMeasure = command("measure.apply", async (scope: Scope<"import:run">, input: ApplyMeasure) => {
  const orgId = scope.organisation.id;
  const { title, kind, scale, source, licence } = input;
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`measure:${orgId}:${title}`}, 0))`);
  const { rows, problems, hash } = await checkMeasure(scope, input);
  const view: AppliedMeasure = { title, rows: rows.length };
  if (problems.length > 0) throw invalid("Some rows are wrong. Mend the file first.");
  const isKept = rows.length > 0 && rows.every(({ value, was }) => value === was);
  // Sent twice: by now everything is as it was to be.
  if (isKept && hash !== input.hash) return { view, audit: UNCHANGED };
  if (hash !== input.hash) throw conflict("This would do something else now than you have seen. Look at it again.");
  for (let at = 0; at < rows.length; at += CHUNK) {
    await scope.tx
      .insert(otherMeasure)
      .values(
        rows.slice(at, at + CHUNK).map(({ unitId, year, value }) => {
          return { orgId, unitId, year, value, kind, title, scale, source, licence };
        }),
      )
      .onConflictDoUpdate({
        target: [otherMeasure.orgId, otherMeasure.unitId, otherMeasure.title, otherMeasure.year],
        set: { value: sql`excluded.value`, source, licence },
      });
  }
  return { view, audit: { subjectId: null, subject: title, after: { file: input.fileName, rows: rows.length } } };
});
