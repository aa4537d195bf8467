import {
  AppliedMeasure,
  ApplyMeasure,
  MeasureCheck,
  MeasureColumns,
  MeasureFile,
  MeasuresPage,
  MeasureUpload,
  RemoveMeasure,
} from "#contracts/measures.ts";
import {
  applyMeasure,
  checkMeasure,
  listMeasures,
  readColumns,
  removeMeasure,
} from "#server/modules/measures/index.ts";
import { can, router } from "../procedures.ts";

export const measuresRouter = router({
  list: can("result:read")
    .output(MeasuresPage)
    .query(({ ctx }) => listMeasures(ctx.scope)),
  columns: can("import:run")
    .input(MeasureFile)
    .output(MeasureColumns)
    .mutation(({ ctx, input }) => readColumns(ctx.scope, input)),
  check: can("import:run")
    .input(MeasureUpload)
    .output(MeasureCheck)
    .mutation(({ ctx, input }) => checkMeasure(ctx.scope, input)),
  keep: can("import:run")
    .input(ApplyMeasure)
    .output(AppliedMeasure)
    .mutation(({ ctx, input }) => applyMeasure(ctx.scope, input)),
  remove: can("import:run")
    .input(RemoveMeasure)
    .output(AppliedMeasure)
    .mutation(({ ctx, input }) => removeMeasure(ctx.scope, input)),
});
