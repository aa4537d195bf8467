import { ReadResults, ReadTrend, ResultsPage } from "#contracts/results-pages.ts";
import { Trend } from "#contracts/results.ts";
import { alsoAllowed } from "#server/authz/index.ts";
import { readTable, readTrend } from "#server/modules/results/index.ts";
import { can, router } from "../procedures.ts";

export const resultsRouter = router({
  table: can("result:read")
    .input(ReadResults)
    .output(ResultsPage)
    .query(({ ctx, input }) => readTable(ctx.scope, input)),
  trend: can("result:read")
    .input(ReadTrend)
    .output(Trend)
    .query(({ ctx, input }) => readTrend(ctx.scope, input, alsoAllowed(ctx.member, "assessment:fill"))),
});
