import type { DuePage, DueTeam, ListDue } from "#contracts/assessments.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findOpenWave, listFrozenIds } from "#server/modules/waves/index.ts";
import { listAssessments, listGiven, listTeams } from "./queries.ts";
import { toParts, toRisks } from "./views.ts";

const PAGE = 20;
const GIVEN_PER_TEAM = 6;
const UNTOUCHED = { part1: false, part2: false, part3: false };

/** What is due of a supervisor now, team by team, and what was given before: own teams only. */
export async function listDue(scope: Scope<"assessment:fill">, input: ListDue): Promise<DuePage> {
  const { zone } = scope.organisation;
  const [found, wave] = await Promise.all([listTeams(scope, input.cursor ?? null, PAGE + 1), findOpenWave(scope)]);
  const page = found.slice(0, PAGE);
  const ids = page.map((team) => team.id);
  const [frozen, started, given] = await Promise.all([
    wave ? listFrozenIds(scope, wave.id, ids) : [],
    wave ? listAssessments(scope, wave.id, ids) : [],
    listGiven(scope, ids, GIVEN_PER_TEAM),
  ]);
  const inWave = new Set(frozen);
  const rowOf = new Map(started.map((row) => [row.teamId, row]));
  const teams = page.map((team): DueTeam => {
    const row = rowOf.get(team.id);
    return {
      teamId: team.id,
      name: team.name,
      due: inWave.has(team.id) ? { started: row !== undefined, parts: row ? toParts(row) : UNTOUCHED } : null,
      joinedLater: wave !== null && !inWave.has(team.id),
      given: given
        .filter((g) => g.teamId === team.id)
        .map((g) => ({
          waveId: g.waveId,
          label: g.label,
          closedOn: dateIn(zone, g.closedAt),
          risks: toRisks(g.row),
        })),
    };
  });
  return {
    wave: wave ? { id: wave.id, label: wave.label, openedOn: dateIn(zone, wave.openedAt ?? wave.createdAt) } : null,
    teams,
    nextCursor: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
