import {
  AnswerHelp,
  AskHelp,
  HelpId,
  HelpView,
  ReadTeamHelp,
  TeamHelp,
  WaitingCount,
  WaitingPage,
} from "#contracts/help.ts";
import { alsoAllowed } from "#server/authz/index.ts";
import {
  answerHelp,
  askHelp,
  countWaiting,
  listWaiting,
  readTeamHelp,
  withdrawHelp,
} from "#server/modules/help/index.ts";
import { can, router } from "../procedures.ts";

export const helpRouter = router({
  ask: can("help:ask")
    .input(AskHelp)
    .output(HelpView)
    .mutation(({ ctx, input }) => askHelp(ctx.scope, input)),
  withdraw: can("help:ask")
    .input(HelpId)
    .output(HelpView)
    .mutation(({ ctx, input }) => withdrawHelp(ctx.scope, input)),
  answer: can("help:answer")
    .input(AnswerHelp)
    .output(HelpView)
    .mutation(({ ctx, input }) => answerHelp(ctx.scope, input)),
  ofTeam: can("help:read")
    .input(ReadTeamHelp)
    .output(TeamHelp)
    .query(({ ctx, input }) => readTeamHelp(ctx.scope, input, alsoAllowed(ctx.member, "help:ask"))),
  waiting: can("help:answer")
    .output(WaitingPage)
    .query(({ ctx }) => listWaiting(ctx.scope)),
  count: can("organisation:read")
    .output(WaitingCount)
    .query(({ ctx }) => countWaiting(ctx.scope, alsoAllowed(ctx.member, "help:answer"))),
});
