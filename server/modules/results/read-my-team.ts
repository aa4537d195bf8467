import type { MyTeam, OwnTeamReading, ReadMyTeam, UnitStep } from "#contracts/results-pages.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { risksSeen } from "#server/modules/waves/index.ts";
import { listFurther } from "./list-further.ts";
import { lockedTeams } from "./lock.ts";
import { listOwnAnswers, listOwnTeams } from "./own-queries.ts";
import { gapOf, ownView } from "./own-rules.ts";
import { type Cell, countNotes, listComing } from "./queries.ts";
import { type Opened, readFrame } from "./read-frame.ts";
import { isPilot, nearestShown, nextOf } from "./rules.ts";
import { nearOf, readingOf, toRow, toWaveOption } from "./views.ts";
import { visitQuestion } from "./visit-rules.ts";

const cellOf = (opened: Opened | null, teamId: string) =>
  opened?.cells.find((cell) => cell.unitId === teamId && !cell.direct) ?? null;

const toStep = ({ id, name }: { id: string; name: string }): UnitStep => ({ unitId: id, name });

/**
 * A supervisor's own team beside the own assessment of the same wave. While a wave that holds the team is open, nothing
 * is shown until part 2 of its assessment is closed.
 *
 * @param own units whose supervisor asks
 * @throws not_found for a team of somebody else and for a wave that is not published
 */
export async function readMyTeam(
  scope: Scope<"result:read">,
  input: ReadMyTeam,
  own: readonly string[],
): Promise<MyTeam> {
  const [teams, opened, coming] = await Promise.all([
    listOwnTeams(scope, own),
    readFrame(scope, { waveId: input.waveId, view: "team", statements: true }),
    listComing(scope),
  ]);
  const team = input.teamId === undefined ? teams[0] : teams.find(({ id }) => id === input.teamId);
  if (!team && input.teamId !== undefined) throw notFound("team");
  const { zone } = scope.organisation;
  const lock = team ? ((await lockedTeams(scope, [team.id])).get(team.id) ?? null) : null;
  const empty: MyTeam = {
    teams: teams.map(toStep),
    team: team ? toStep(team) : null,
    wave: opened && toWaveOption(opened.frame.release, zone),
    waves: opened?.published.map((release) => toWaveOption(release, zone)) ?? [],
    k2: opened?.frame.release.k2 ?? null,
    locked: lock,
    row: null,
    near: null,
    nearest: null,
    own: null,
    gap: { engagement: null, delivery: null },
    visit: null,
    further: [],
    notes: 0,
    pilotStatements: isPilot(opened?.published ?? []),
    next: nextOf(coming),
  };
  if (!team || !opened || lock) return empty;
  return { ...empty, ...(await besideOwn(scope, opened, team.id)) };
}

async function besideOwn(scope: Scope<"result:read">, opened: Opened, teamId: string): Promise<Partial<MyTeam>> {
  const { frame } = opened;
  const [given] = await listOwnAnswers(scope, frame.release.waveId, [teamId]);
  const risks = given ? risksSeen(given.answers) : null;
  const own = given?.answers ? ownView(given.answers, risks) : null;
  const cell = cellOf(opened, teamId);
  if (!cell) return { own };
  const row = toRow(frame, cell);
  const nearest = cell.shown ? null : nearestShown(cell, opened.units);
  const side = (axis: "engagement" | "delivery", s: number) =>
    gapOf(risks?.[axis] ?? null, row[axis], teamSide(opened, cell, axis), s);
  return {
    row,
    further: cell.shownInFiles ? await listFurther(scope, frame, cell) : [],
    notes: await countNotes(scope, frame.release.releaseId, cell.unitId),
    near: nearOf(row),
    nearest: nearest && toRow({ ...frame, statements: false }, nearest),
    own,
    visit: visitQuestion(row),
    gap: {
      engagement: side("engagement", frame.release.sDirection),
      delivery: side("delivery", frame.release.sDelivery),
    },
  };
}

function teamSide(opened: Opened, cell: Cell, axis: "engagement" | "delivery") {
  const reading = readingOf(opened.frame, cell, axis);
  return reading && cell.n !== null ? { risk: reading.risk, n: cell.n, inFiles: cell.shownInFiles } : null;
}

/** The last reading of each own team, for the supervisor's first page. */
export async function readMyTeams(scope: Scope<"result:read">, own: readonly string[]): Promise<OwnTeamReading[]> {
  const teams = await listOwnTeams(scope, own);
  if (teams.length === 0) return [];
  const [opened, locks] = await Promise.all([
    readFrame(scope, { view: "team" }),
    lockedTeams(
      scope,
      teams.map((team) => team.id),
    ),
  ]);
  return teams.map((team): OwnTeamReading => {
    const locked = locks.get(team.id) ?? null;
    const cell = locked ? null : cellOf(opened, team.id);
    const row = opened && cell ? toRow(opened.frame, cell) : null;
    return {
      team: toStep(team),
      wave: opened && toWaveOption(opened.frame.release, scope.organisation.zone),
      row,
      near: nearOf(row),
      locked,
    };
  });
}
