import { eq } from "drizzle-orm";
import type { HelpView } from "#contracts/help.ts";
import { escalation } from "#db/schema/help.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listRequests, listSteps, todayOf } from "./queries.ts";
import { toHelpView } from "./views.ts";

/** One request as it stands now. @throws not_found */
export async function readRequest(scope: Scope, helpId: string): Promise<HelpView> {
  const [row] = await listRequests(scope, eq(escalation.id, helpId), 1);
  if (!row) throw notFound("request for help");
  return toHelpView(row, await listSteps(scope, [helpId]), todayOf(scope));
}
