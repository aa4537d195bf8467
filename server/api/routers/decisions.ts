import { z } from "zod";
import {
  Decision,
  PrioritiesPage,
  ReadDecisions,
  RemoveDecision,
  StatePriorities,
  TeamDecisions,
  UnitPriorities,
  WriteDecision,
} from "#contracts/decisions.ts";
import {
  listTeamDecisions,
  readPriorities,
  removeDecision,
  statePriorities,
  writeDecision,
} from "#server/modules/decisions/index.ts";
import { can, router } from "../procedures.ts";

export const decisionsRouter = router({
  ofTeam: can("decision:write")
    .input(ReadDecisions)
    .output(TeamDecisions)
    .query(({ ctx, input }) => listTeamDecisions(ctx.scope, input)),
  write: can("decision:write")
    .input(WriteDecision)
    .output(Decision)
    .mutation(({ ctx, input }) => writeDecision(ctx.scope, input)),
  remove: can("decision:write")
    .input(RemoveDecision)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => removeDecision(ctx.scope, input)),
  priorities: can("priority:state")
    .output(PrioritiesPage)
    .query(({ ctx }) => readPriorities(ctx.scope)),
  statePriorities: can("priority:state")
    .input(StatePriorities)
    .output(UnitPriorities)
    .mutation(({ ctx, input }) => statePriorities(ctx.scope, input)),
});
