import { addDays } from "#contracts/dates.ts";
import type { MovePlaybook } from "#contracts/plans.ts";
import { addWaiting, movePlaybookRun, readPlaybooks, startPlaybookRun } from "#server/modules/plans/index.ts";
import { daysAfter, isoDay } from "../calendar.ts";
import type { UnderWay } from "../practices.ts";
import type { Planted } from "./plant-organisation.ts";
import type { Accounts } from "./plant-people.ts";
import { actFor, lastMonday } from "./plant-plan.ts";

type Event = MovePlaybook["event"];

/** Playbooks in each of their states, and what waits for a supervisor to decide. */
export async function plantUnderWay(planted: Planted, accounts: Accounts, underWay: UnderWay): Promise<void> {
  const { now } = planted.calendar;
  for (const { team, playbook, startedDaysAgo, moves, weeks } of underWay.playbooks) {
    const at = (daysAgo: number) => daysAfter(now, -daysAgo);
    await actFor(planted, accounts, team, "plan:run", at(startedDaysAgo), (scope, teamId) =>
      startPlaybookRun(scope, { teamId, playbook }),
    );
    const events = [
      ...moves.map((move) => ({ daysAgo: move.daysAgo, event: eventOf(move) })),
      ...weeks.map((week, i) => {
        const weekOf = addDays(lastMonday(isoDay(now)), -7 * (weeks.length - i));
        return { daysAgo: 0, event: { type: "count", weekOf, ...week } satisfies Event };
      }),
    ];
    for (const { daysAgo, event } of events) {
      await actFor(planted, accounts, team, "plan:run", at(daysAgo), async (scope, teamId) => {
        const run = (await readPlaybooks(scope, { teamId })).running.find((one) => one.state.name === playbook);
        if (!run) throw new Error(`${team} follows no such playbook`);
        await movePlaybookRun(scope, { runId: run.runId, revision: run.revision, event });
      });
    }
  }
  for (const { team, who, needed, daysAgo } of underWay.decisions) {
    const lastContactOn = isoDay(daysAfter(now, -daysAgo));
    await actFor(planted, accounts, team, "plan:run", now, (scope, teamId) =>
      addWaiting(scope, { teamId, kind: "decision", who, needed, lastContactOn }),
    );
  }
}

function eventOf({ complete, reopen, leave, looked }: UnderWay["playbooks"][number]["moves"][number]): Event {
  if (reopen) return { type: "reopen", ...reopen };
  if (leave) return { type: "leave", looked: leave };
  if (!complete) throw new Error("a move that does nothing");
  return { type: "complete", step: complete, ...(looked ? { looked } : {}) };
}
