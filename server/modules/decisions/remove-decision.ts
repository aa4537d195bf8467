import { and, eq } from "drizzle-orm";
import type { RemoveDecision } from "#contracts/decisions.ts";
import { teamDecision } from "#db/schema/plans.ts";
import { command } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindDecision } from "./queries.ts";

/** Takes a decision off the team's page: it was wrong, or names somebody. @throws not_found, also when it is gone */
export const removeDecision = command(
  "decision.remove",
  async (scope: Scope<"decision:write">, input: RemoveDecision) => {
    const found = await mustFindDecision(scope, input.decisionId);
    await scope.tx
      .delete(teamDecision)
      .where(and(eq(teamDecision.orgId, scope.organisation.id), eq(teamDecision.id, found.id)));
    return { view: { id: found.id }, audit: { subjectId: found.id, subject: found.teamName } };
  },
);
