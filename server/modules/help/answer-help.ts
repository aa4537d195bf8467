import type { AnswerHelp } from "#contracts/help.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { conflict, invalid, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { answerProblems } from "#server/modules/plans/index.ts";
import { addStep, changeRequest, moveOn } from "./move-on.ts";
import { listLed, listSteps, lockRequest, type RequestRow, type StepRow, todayOf } from "./queries.ts";
import { readRequest } from "./read-request.ts";
import { isSameAnswer, leaderAbove } from "./rules.ts";

/**
 * The leader who has a request gives one of four answers and a sentence that the team reads. "Not mine" passes it to the
 * leader above. The same answer again changes nothing.
 *
 * @throws not_found outside the leader's part; refused at a unit that somebody else leads, and for "not mine" at the top;
 *   conflict when it was answered, taken back or passed up meanwhile; invalid for a day that has gone
 */
export const answerHelp = command("help.answer", async (scope: Scope<"help:answer">, input: AnswerHelp) => {
  const { answer } = input;
  const row = await lockRequest(scope, input.helpId);
  const steps = await listSteps(scope, [row.id]);
  if (isSameAnswer(steps.at(-1), scope.actor.personId, answer)) {
    return { view: await readRequest(scope, row.id), audit: UNCHANGED };
  }
  mustStillWait(row, steps, input.atUnitId);
  if (!scope.roots.includes(row.atUnitId)) throw refused(`This waits for the leader of ${row.atUnitName}.`);
  const problems = answerProblems(answer, todayOf(scope));
  if (Object.keys(problems).length > 0) throw invalid("Look at your answer again.", problems);

  const step = { kind: answer.kind, sentence: answer.sentence, byDate: answer.kind === "yes_by" ? answer.by : null };
  if (answer.kind === "not_mine") {
    const above = leaderAbove(row.path, row.atUnitId, await listLed(scope, row.path, row.askedBy));
    if (above === null) throw refused("Nobody above you can take this. Choose one of the other answers.");
    const audit = await moveOn(scope, row, above, step);
    return { view: await readRequest(scope, row.id), audit };
  }
  await addStep(scope, row, step);
  await changeRequest(scope, row, { status: "answered" });
  return {
    view: await readRequest(scope, row.id),
    audit: {
      subjectId: row.id,
      subject: row.teamName,
      before: { status: "waiting" },
      after: { status: "answered", kind: answer.kind },
    },
  };
});

/** @throws conflict saying what happened since the leader read it */
function mustStillWait(row: RequestRow, steps: readonly StepRow[], readAtUnitId: string): void {
  const last = steps.at(-1);
  const who = last?.personName ?? "Somebody else";
  const detail = { kind: last?.kind ?? null, sentence: last?.sentence ?? null };
  if (row.status === "withdrawn") throw conflict(`${row.teamName} has taken this request back.`, detail);
  if (row.status === "answered")
    throw conflict(`${who} has answered this meanwhile. The team reads that answer.`, detail);
  if (row.atUnitId !== readAtUnitId) {
    throw conflict(
      last?.kind === "overdue"
        ? `No answer came in time, so this went up to the leader of ${row.atUnitName}.`
        : `${who} has passed this up to the leader of ${row.atUnitName}.`,
      detail,
    );
  }
}
