import type { OwnTeam } from "#contracts/calls.ts";
import { addDays, daysBetween } from "#contracts/dates.ts";
import { type PracticesPage, RHYTHMS } from "#contracts/plans.ts";
import type { WaitingKind } from "#contracts/waiting.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { chooseTeam } from "#server/modules/calls/index.ts";
import { listPrioritiesAbove, listPurposes, listRhythms, listWaiting } from "./practice-queries.ts";

const ENDED_DAYS = 30;

/**
 * Purpose, rhythm and waiting on others of one of the supervisor's own teams.
 * @throws not_found for a team of somebody else
 */
export async function readPractices(scope: Scope<"plan:run">, input: OwnTeam): Promise<PracticesPage> {
  const { zone } = scope.organisation;
  const { teams, team } = await chooseTeam(scope, input.teamId);
  const today = dateIn(zone, scope.clock.now());
  const [purposes, priorities, rhythms, waiting] = team
    ? await Promise.all([
        listPurposes(scope, team.id),
        listPrioritiesAbove(scope, team.id),
        listRhythms(scope, team.id),
        listWaiting(scope, team.id, addDays(today, -ENDED_DAYS)),
      ])
    : [[], [], [], []];
  const [purpose, ...history] = purposes.map(({ createdAt, priorityId: _, ...row }) => ({
    ...row,
    on: dateIn(zone, createdAt),
  }));
  const listed = (of: WaitingKind) =>
    waiting
      .filter(({ kind }) => kind === of)
      .map(({ id, kind: _, ...row }) => ({
        waitingId: id,
        ...row,
        silentDays: Math.max(0, daysBetween(row.lastContactOn, today)),
      }));
  return {
    teams,
    team,
    today,
    purpose: purpose ?? null,
    history,
    priorities,
    rhythms: RHYTHMS.map((kind) => {
      const row = rhythms.find((r) => r.kind === kind);
      const nextBy = row?.lastHeldOn ? addDays(row.lastHeldOn, row.everyDays) : null;
      return {
        kind,
        everyDays: row?.everyDays ?? null,
        lastHeldOn: row?.lastHeldOn ?? null,
        nextBy,
        late: nextBy !== null && nextBy < today,
      };
    }),
    waiting: listed("others"),
    decisions: listed("decision"),
  };
}
