import { addDays, weekdayOf } from "#contracts/dates.ts";
import type { Permission } from "#contracts/permissions.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { asSystem } from "#server/authz/index.ts";
import { checkTeam, decideCall, type RecordedCheck, recordCalls } from "#server/modules/calls/index.ts";
import {
  addAction,
  addWaiting,
  closeAction,
  movePlaybookRun,
  readPlan,
  readPlaybooks,
  savePurpose,
  saveRhythm,
  startPlaybookRun,
} from "#server/modules/plans/index.ts";
import { assessTeam } from "../assess.ts";
import { daysAfter, isoDay } from "../calendar.ts";
import { addressOf } from "../names.ts";
import { contentOf } from "../practices.ts";
import { seeded } from "../prng.ts";
import { emailAt } from "../story.ts";
import { act, clockAt } from "./acting.ts";
import { type Planted, unitNamed } from "./plant-organisation.ts";
import type { Accounts } from "./plant-people.ts";
import { priorityOf } from "./plant-priorities.ts";

/** Teams of larger organisations are not checked one by one: they are there to be measured, not looked at. */
const SMALL_ENOUGH = 500;

/** Acts as the supervisor of a team, who has a sign-in. */
export function actFor<P extends Permission, T>(
  planted: Planted,
  accounts: Accounts,
  team: string,
  permission: P,
  at: Date,
  work: (scope: Scope<P>, teamId: string) => Promise<T>,
): Promise<T> {
  const { story, codeOf, teams } = planted.cast;
  const newcomer = contentOf(story.slug)?.newcomers.find((one) => one.team === team);
  const email = newcomer
    ? addressOf(newcomer.name)
    : (teams.find(({ code }) => code === codeOf(team))?.supervisor.email ?? "");
  const accountId = accounts.get(email) ?? accounts.get(emailAt(story, email));
  if (!accountId) throw new Error(`the supervisor of ${team} has no account`);
  return act({ slug: story.slug, accountId }, permission, at, (scope) => work(scope, unitNamed(planted, team)));
}

/** Checks that were made between this wave and the next, while its results were the latest. */
export async function checkAfterWave(planted: Planted, accounts: Accounts, wave: number): Promise<void> {
  const { plan } = planted.cast.story;
  const next = planted.calendar.waves[wave + 1];
  if (!next) return;
  for (const check of plan?.checks.filter(({ afterWave }) => afterWave === wave) ?? []) {
    const { team, signals, flags, decide } = check;
    const at = daysAfter(next.openedAt, -4);
    await actFor(planted, accounts, team, "call:make", at, async (scope, teamId) => {
      const { callId } = await checkTeam(scope, { teamId, signals, flags });
      if (decide) await decideCall(scope, { callId, ...decide });
    });
  }
}

/** What the supervisors with a sign-in have done since, and the checks of many others in the last weeks. */
export async function plantPlan(planted: Planted, accounts: Accounts): Promise<void> {
  await checkOthers(planted);
  const { plan } = planted.cast.story;
  if (!plan) return;
  const { now } = planted.calendar;
  const ago = (days: number) => daysAfter(now, -days);
  const as = <T>(team: string, daysAgo: number, work: (scope: Scope<"plan:run">, teamId: string) => Promise<T>) =>
    actFor(planted, accounts, team, "plan:run", ago(daysAgo), work);

  const oldestFirst = [...plan.actions].sort((a, b) => b.begunDaysAgo - a.begunDaysAgo);
  for (const { team, begunDaysAgo, dueInDays, closed, side, libraryId, result, steps } of oldestFirst) {
    await as(team, begunDaysAgo, async (scope, teamId) => {
      const ownerId = scope.actor.personId;
      const draft = { teamId, side, libraryId, result, steps: [...steps], ownerId, dueOn: isoDay(ago(-dueInDays)) };
      await addAction(scope, { ...draft, chosenAnyway: true });
    });
    if (!closed) continue;
    await as(team, closed.daysAgo, async (scope, teamId) => {
      const open = (await readPlan(scope, { teamId })).plan.open.find((action) => action.result === result);
      const { outcome, learned } = closed;
      if (open) await closeAction(scope, { actionId: open.id, outcome, learned, wouldLose: "" });
    });
  }
  for (const { team, playbook, steps, weeks } of plan.playbooks) {
    const [first] = steps;
    await as(team, first?.daysAgo ?? 0, (scope, teamId) => startPlaybookRun(scope, { teamId, playbook }));
    const move = (daysAgo: number, event: Parameters<typeof movePlaybookRun>[1]["event"]) =>
      as(team, daysAgo, async (scope, teamId) => {
        const run = (await readPlaybooks(scope, { teamId })).running.find((one) => one.state.name === playbook);
        if (run) await movePlaybookRun(scope, { runId: run.runId, revision: run.revision, event });
      });
    for (const { step, daysAgo } of steps) await move(daysAgo, { type: "complete", step });
    for (const [index, week] of weeks.entries()) {
      await move(0, { type: "count", weekOf: addDays(lastMonday(isoDay(now)), -7 * (weeks.length - index)), ...week });
    }
  }
  for (const { team, daysAgo, sentence, benefits, serves } of plan.purposes) {
    const priorityId = serves ? await priorityOf(planted, team, serves) : null;
    await as(team, daysAgo, (scope, teamId) => savePurpose(scope, { teamId, sentence, benefits, priorityId }));
  }
  for (const { team, kind, everyDays, heldDaysAgo } of plan.rhythms) {
    const lastHeldOn = isoDay(ago(heldDaysAgo));
    await as(team, 0, (scope, teamId) => saveRhythm(scope, { teamId, kind, everyDays, lastHeldOn }));
  }
  for (const { team, who, needed, daysAgo } of plan.waiting) {
    await as(team, 0, (scope, teamId) =>
      addWaiting(scope, { teamId, who, needed, lastContactOn: isoDay(ago(daysAgo)) }),
    );
  }
}

export const lastMonday = (today: string) => addDays(today, -((weekdayOf(today) + 6) % 7));

/** Most supervisors have checked in the last five weeks, by what they see of their team. */
async function checkOthers(planted: Planted): Promise<void> {
  const { cast, calendar } = planted;
  const wave = cast.story.closedWaves;
  const dates = calendar.waves[wave];
  if (!dates || cast.teams.length > SMALL_ENOUGH) return;
  const mine = new Set(cast.story.plan?.checks.map(({ team }) => cast.codeOf(team)));
  const given = cast.teams.flatMap((team): RecordedCheck[] => {
    const [teamId, personId] = [planted.unitIds.get(team.code), planted.supervisorIds.get(team.code)];
    const dice = seeded(cast.story.slug, team.code, "checks");
    const seen = assessTeam(cast, team, wave, dates);
    const { U, C, I, K } = seen?.values.signals ?? { U: null, C: null, I: null, K: null };
    if (mine.has(team.code) || !teamId || !personId || !seen || !dice.chance(0.7)) return [];
    if (U === null || C === null || I === null || K === null) return [];
    const at = daysAfter(calendar.now, -dice.between(2, 35));
    const { flags, answers } = seen.values;
    return [{ teamId, personId, signals: { U, C, I, K }, flags, answers, at }];
  });
  await asSystem("Demo", "wave:run", planted.orgId, (scope) => recordCalls(scope, { given }), clockAt(calendar.now));
}
