import type { HelpId } from "#contracts/help.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { conflict } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { addStep, changeRequest } from "./move-on.ts";
import { lockRequest } from "./queries.ts";
import { readRequest } from "./read-request.ts";

/**
 * A team takes its request back: it was settled otherwise. Twice is once.
 * @throws not_found; conflict when it has been answered meanwhile
 */
export const withdrawHelp = command("help.withdraw", async (scope: Scope<"help:ask">, input: HelpId) => {
  const row = await lockRequest(scope, input.helpId);
  if (row.status === "withdrawn") return { view: await readRequest(scope, row.id), audit: UNCHANGED };
  if (row.status === "answered") throw conflict("This has been answered meanwhile.");
  await addStep(scope, row, { kind: "withdrawn", sentence: null, byDate: null });
  await changeRequest(scope, row, { status: "withdrawn" });
  return {
    view: await readRequest(scope, row.id),
    audit: {
      subjectId: row.id,
      subject: row.teamName,
      before: { status: "waiting" },
      after: { status: "withdrawn" },
    },
  };
});
