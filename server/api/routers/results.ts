import { z } from "zod";
import {
  Method,
  MyTeam,
  Overview,
  OwnTeamReading,
  ReadMethod,
  ReadMyTeam,
  ReadResults,
  ReadTrend,
  ReadUnit,
  ResultsPage,
  UnitResults,
} from "#contracts/results-pages.ts";
import { Trend } from "#contracts/results.ts";
import { alsoAllowed, type Member } from "#server/authz/index.ts";
import {
  readMethod,
  readMyTeam,
  readMyTeams,
  readOverview,
  readTable,
  readTrend,
  readUnit,
} from "#server/modules/results/index.ts";
import { inOneGo } from "../output.ts";
import { can, router } from "../procedures.ts";

/** Units that the caller supervises: what is the supervisor's own is asked for under both permissions. */
const own = (member: Member) => alsoAllowed(member, "assessment:fill");

export const resultsRouter = router({
  overview: can("result:read")
    .output(Overview)
    .query(({ ctx }) => readOverview(ctx.scope)),
  table: can("result:read")
    .input(ReadResults)
    .output(inOneGo(ResultsPage))
    .query(({ ctx, input }) => readTable(ctx.scope, input)),
  trend: can("result:read")
    .input(ReadTrend)
    .output(Trend)
    .query(({ ctx, input }) => readTrend(ctx.scope, input, own(ctx.member))),
  unit: can("result:read")
    .input(ReadUnit)
    .output(UnitResults)
    .query(({ ctx, input }) => readUnit(ctx.scope, input, own(ctx.member))),
  myTeam: can("result:read")
    .input(ReadMyTeam)
    .output(MyTeam)
    .query(({ ctx, input }) => readMyTeam(ctx.scope, input, own(ctx.member))),
  myTeams: can("result:read")
    .output(z.array(OwnTeamReading))
    .query(({ ctx }) => readMyTeams(ctx.scope, own(ctx.member))),
  method: can("organisation:read")
    .input(ReadMethod)
    .output(Method)
    .query(({ ctx, input }) => readMethod(ctx.scope, input, alsoAllowed(ctx.member, "result:read"))),
});
