import { asSystem } from "#server/authz/index.ts";
import { type RecordedAssessment, recordAssessments } from "#server/modules/assessments/index.ts";
import { mergeUnit, moveUnit, renameUnit } from "#server/modules/register/index.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { BLANK, storeSealed } from "#server/modules/responses/index.ts";
import { closeWave, createWave, noteSource, openWave } from "#server/modules/waves/index.ts";
import { answerWave } from "../answers.ts";
import { assessTeam } from "../assess.ts";
import { daysAfter, type WaveDates } from "../calendar.ts";
import { act, clockAt } from "./acting.ts";
import { type Planted, unitNamed } from "./plant-organisation.ts";

/** Every wave of the story, oldest first: planned, opened, assessed, closed, answered and published; the last stays open. */
export async function plantWaves(
  planted: Planted,
  log: (line: string) => void,
  afterWave: (index: number) => Promise<void>,
): Promise<void> {
  const { story } = planted.cast;
  const { waves, now } = planted.calendar;
  if (planted.cast.teams.length === 0) return;
  for (const [index, dates] of waves.entries()) {
    const before = waves[index - 1];
    if (before && story.reorganisation?.afterWave === index - 1) {
      await reorganise(planted, daysAfter(before.publishedAt, 24));
    }
    const waveId = await open(planted, dates);
    const isOpen = index === story.closedWaves;
    if (index >= story.assessedFrom) await assess(planted, waveId, index, isOpen ? now : null);
    if (isOpen) continue;
    await close(planted, waveId, index, dates);
    const { verdict, answers } = await publishRelease(planted.orgId, waveId, clockAt(dates.publishedAt));
    if (verdict !== "passed") throw new Error(`${story.slug}: the audit held ${dates.label} back`);
    log(`${story.name}, ${dates.label}: ${answers} answers published`);
    await afterWave(index);
  }
}

async function open(planted: Planted, dates: WaveDates): Promise<string> {
  const planned = await act(planted.hr, "wave:run", daysAfter(dates.openedAt, -12), (scope) =>
    createWave(scope, { label: dates.label }),
  );
  await act(planted.hr, "wave:run", dates.openedAt, (scope) => openWave(scope, { waveId: planned.id }));
  return planned.id;
}

/** @param now set for the open wave: what has been given so far */
async function assess(planted: Planted, waveId: string, index: number, now: Date | null): Promise<void> {
  const { cast, calendar } = planted;
  const dates = calendar.waves[index];
  if (!dates) throw new Error("no such wave");
  const given = cast.teams.flatMap((team): RecordedAssessment[] => {
    const one = assessTeam(cast, team, index, dates, now);
    const [teamId, personId] = [planted.unitIds.get(team.code), planted.supervisorIds.get(team.code)];
    return one && teamId && personId ? [{ teamId, personId, ...one }] : [];
  });
  await asSystem(
    "Demo",
    "wave:run",
    planted.orgId,
    (scope) => recordAssessments(scope, { waveId, given }),
    clockAt(now ?? dates.closedAt),
  );
}

/** Closing stores what supervisors saw; the answers are sealed with it, so that nobody finds the wave half done. */
async function close(planted: Planted, waveId: string, index: number, dates: WaveDates): Promise<void> {
  const { codes, answers } = answerWave(planted.cast, index, BLANK);
  const unitIds = codes.map((code) => planted.unitIds.get(code) ?? "");
  await act(planted.hr, "wave:run", dates.closedAt, async (scope) => {
    await closeWave(scope, { waveId });
    await storeSealed(scope, waveId, { unitIds, answers });
    await noteSource(scope, waveId, "pulse");
  });
}

async function reorganise(planted: Planted, at: Date): Promise<void> {
  const { reorganisation } = planted.cast.story;
  if (!reorganisation) return;
  const { moves, merge } = reorganisation;
  await act(planted.hr, "unit:manage", at, async (scope) => {
    for (const { unit, to } of moves) {
      await moveUnit(scope, { unitId: unitNamed(planted, unit), parentId: unitNamed(planted, to) });
    }
    const into = unitNamed(planted, merge.into);
    await mergeUnit(scope, { unitId: unitNamed(planted, merge.unit), intoId: into, headcount: null });
    await renameUnit(scope, { unitId: into, name: merge.renamed, code: planted.cast.codeOf(merge.into) });
  });
}
