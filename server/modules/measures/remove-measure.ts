import type { RemoveMeasure } from "#contracts/measures.ts";
import { otherMeasure } from "#db/schema/help.ts";
import { command } from "#server/kernel/command.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { isTitled } from "./queries.ts";

/** Takes a measure away, with all its years. @throws not_found */
export const removeMeasure = command("measure.remove", async (scope: Scope<"import:run">, input: RemoveMeasure) => {
  const gone = await scope.tx
    .delete(otherMeasure)
    .where(isTitled(scope, input.title))
    .returning({ id: otherMeasure.id });
  if (gone.length === 0) throw notFound("measure");
  return {
    view: { title: input.title, rows: gone.length },
    audit: { subjectId: null, subject: input.title, before: { rows: gone.length } },
  };
});
