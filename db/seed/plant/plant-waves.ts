import { asSystem } from "#server/authz/index.ts";
import { type RecordedAssessment, recordAssessments } from "#server/modules/assessments/index.ts";
import { listNotes, redactNote } from "#server/modules/notes/index.ts";
import { mergeUnit, moveUnit, renameUnit } from "#server/modules/register/index.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { BLANK, storeSealed, storeSealedNotes } from "#server/modules/responses/index.ts";
import { closeWave, createWave, keepAsked, keepInvited, noteSource, openWave } from "#server/modules/waves/index.ts";
import { answerWave } from "../answers.ts";
import { assessTeam } from "../assess.ts";
import { answerFurther, askedIn, writeNotes } from "../further.ts";
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
    const waveId = await open(planted, dates, index);
    const isOpen = index === story.closedWaves;
    if (index >= story.assessedFrom) await assess(planted, waveId, index, isOpen ? now : null);
    if (isOpen) continue;
    await close(planted, waveId, index, dates);
    const { verdict, answers } = await publishRelease(planted.orgId, waveId, clockAt(dates.publishedAt));
    if (verdict !== "passed") throw new Error(`${story.slug}: the audit held ${dates.label} back`);
    log(`${story.name}, ${dates.label}: ${answers} answers published`);
    await takeOut(planted, index, waveId, dates);
    await afterWave(index);
  }
}

async function open(planted: Planted, dates: WaveDates, index: number): Promise<string> {
  const asked = askedIn(planted.cast, index);
  const planned = await act(planted.hr, "wave:run", daysAfter(dates.openedAt, -12), async (scope) => {
    const draft = await createWave(scope, { label: dates.label });
    if (asked) {
      const locals = asked.locals.map(({ words }) => words);
      await keepAsked(scope, draft.id, { extra: asked.extra?.code ?? null, locals });
    }
    return draft;
  });
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
  const unitOf = (code: string) => planted.unitIds.get(code) ?? "";
  const asked = askedIn(planted.cast, index);
  const further = asked && answerFurther(planted.cast, asked, codes, BLANK);
  const notes = asked ? writeNotes(planted.cast, asked, codes) : [];
  await act(planted.hr, "wave:run", dates.closedAt, async (scope) => {
    await closeWave(scope, { waveId });
    await storeSealed(scope, waveId, { unitIds: codes.map(unitOf), answers, ...(further && { further }) });
    await storeSealedNotes(
      scope,
      waveId,
      notes.map(({ code, note }) => ({ unitId: unitOf(code), note })),
    );
    if (asked) await keepInvited(scope, waveId);
    await noteSource(scope, waveId, "pulse");
  });
}

/** HR reads the notes after publication and takes out who is named. */
async function takeOut(planted: Planted, index: number, waveId: string, dates: WaveDates): Promise<void> {
  const words = askedIn(planted.cast, index)?.takenOut;
  if (!words) return;
  const at = daysAfter(dates.publishedAt, 1);
  const noteId = await act(planted.hr, "result:read", at, async (scope) => {
    const { places } = await listNotes(scope, { waveId }, [], true);
    for (const { unitId } of places) {
      const { notes } = await listNotes(scope, { waveId, unitId }, [], true);
      const found = notes.find((note) => note.text.includes(words));
      if (found) return found.noteId;
    }
    throw new Error(`no note has the words that ${planted.cast.story.slug} takes out`);
  });
  await act(planted.hr, "wave:run", at, (scope) => redactNote(scope, { noteId, words }));
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
