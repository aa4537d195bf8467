import {
  CallPage,
  CallsBelow,
  CallView,
  DecideCall,
  LedTeams,
  OwnTeam,
  QuickCheck,
  ReadCallsBelow,
} from "#contracts/calls.ts";
import { alsoAllowed } from "#server/authz/index.ts";
import { checkTeam, decideCall, readCall, readCallsBelow, readLedTeams } from "#server/modules/calls/index.ts";
import { can, router } from "../procedures.ts";

export const callsRouter = router({
  page: can("call:make")
    .input(OwnTeam)
    .output(CallPage)
    .query(({ ctx, input }) => readCall(ctx.scope, input)),
  check: can("call:make")
    .input(QuickCheck)
    .output(CallView)
    .mutation(({ ctx, input }) => checkTeam(ctx.scope, input)),
  decide: can("call:make")
    .input(DecideCall)
    .output(CallView)
    .mutation(({ ctx, input }) => decideCall(ctx.scope, input)),
  ledTeams: can("team:register")
    .output(LedTeams)
    .query(({ ctx }) => readLedTeams(ctx.scope, alsoAllowed(ctx.member, "team:approve"))),
  below: can("call:read")
    .input(ReadCallsBelow)
    .output(CallsBelow)
    .query(({ ctx, input }) => readCallsBelow(ctx.scope, input)),
});
