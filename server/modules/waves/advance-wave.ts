import type { WaveStatus } from "#contracts/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { deleteAnswers, discardPulse, sealPulse, withdrawWave } from "#server/disclosure/index.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { type Clock, dateIn, systemClock } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { announceResults } from "./announce-results.ts";
import { closePulse } from "./close-pulse.ts";
import { stepAt } from "./keep-going.ts";
import { instantOf } from "./local-time-rules.ts";
import { openPulse } from "./open-pulse.ts";
import { findBooked, isHeldBack } from "./pulse-queries.ts";
import { mustFindWave, mustLockWave, type WaveRow } from "./queries.ts";
import { dueStep } from "./step-rules.ts";

/** The name under which background work acts on waves. */
export const WAVE_JOB = "Wave job";

const DAY = 86_400_000;

type Ids = { orgId: string; waveId: string };
type State = { row: WaveRow; heldBack: boolean; today: string };

/**
 * Background work: takes every step of a pulse that is due, one transaction each, until nothing is. Run twice, at once by
 * two workers, or again after a kill at any line, each step is done once.
 *
 * @throws not_found; refused where a due step cannot be taken (nobody is on any list)
 */
export async function advanceWave(ids: Ids, clock: Clock = systemClock): Promise<void> {
  // Six states follow one another; a seventh round finds nothing to do.
  for (let round = 0; round < 7; round++) {
    const state = await readState(ids, clock);
    if (!(await takeStep(ids, state, clock))) return;
  }
}

const inScope = <T>({ orgId }: Ids, clock: Clock, work: (scope: Scope<"wave:run">) => Promise<T>): Promise<T> =>
  asSystem(WAVE_JOB, "wave:run", orgId, work, clock);

function readState(ids: Ids, clock: Clock): Promise<State> {
  return inScope(ids, clock, async (scope) => {
    const row = await mustFindWave(scope, ids.waveId);
    const heldBack = await isHeldBack(scope, row.id);
    return { row, heldBack, today: dateIn(scope.organisation.zone, clock.now()) };
  });
}

/** True when there may be another step to take. */
async function takeStep(ids: Ids, { row, heldBack, today }: State, clock: Clock): Promise<boolean> {
  if (row.source !== "pulse" || row.rehearsal) return false;
  const { waveId } = ids;
  const step = dueStep({ ...row, status: row.status as WaveStatus, heldBack }, clock.now());
  switch (step) {
    case "open":
      await inScope(ids, clock, (scope) => openPulse(scope, { waveId }));
      return true;
    case "close":
      await inScope(ids, clock, (scope) => closePulse(scope, { waveId }));
      return true;
    case "seal":
      await sealPulse(ids.orgId, waveId);
      await inScope(ids, clock, (scope) => bookSeal(scope, row));
      return true;
    case "publish":
      // Whoever was cut off after the seal has not booked it.
      await inScope(ids, clock, (scope) => bookSeal(scope, row));
      return (await publishRelease(ids.orgId, waveId, clock)).verdict === "passed";
    case null:
      await afterwards(ids, row, today, clock);
      return false;
  }
}

/** Once, and with it the day on which the answers are deleted. The wave's row keeps two workers from booking it both. */
async function bookSeal(scope: Scope<"wave:run">, row: WaveRow): Promise<void> {
  await mustLockWave(scope, row.id);
  if (await findBooked(scope, "wave.seal", row.id)) return;
  await writeAudit(scope, "wave.seal", [{ subjectId: row.id, subject: row.label, after: { status: "sealed" } }]);
  if (row.deletesOn) await stepAt(scope, row.id, instantOf(`${row.deletesOn}T00:00`, scope.organisation.zone));
}

/** Nothing is due of the six steps: a step that came too early waits for its time, and what is over is cleared away. */
async function afterwards(ids: Ids, row: WaveRow, today: string, clock: Clock): Promise<void> {
  const soon = row.status === "confirming" ? row.opensAt : row.status === "open" ? row.closesAt : null;
  if (soon !== null && soon > clock.now() && soon.getTime() - clock.now().getTime() < 60_000) {
    await inScope(ids, clock, (scope) => stepAt(scope, row.id, soon));
  }
  const justOut = row.publishedAt !== null && clock.now().getTime() - row.publishedAt.getTime() < DAY;
  if (row.status === "published" && justOut) await inScope(ids, clock, (scope) => announceResults(scope, row.id));
  if (row.status === "withdrawn") await throwAway(ids, row, clock);
  const gone = await deleteAnswers(ids.orgId, ids.waveId, today);
  if (gone > 0) {
    await inScope(ids, clock, (scope) =>
      writeAudit(scope, "wave.delete-answers", [{ subjectId: row.id, subject: row.label, after: { answers: gone } }]),
    );
  }
}

/** What a withdrawn pulse has collected or published. */
async function throwAway(ids: Ids, row: WaveRow, clock: Clock): Promise<void> {
  await discardPulse(ids.orgId, ids.waveId);
  if (row.closedAt === null) return;
  const reason = await inScope(ids, clock, async (scope) => (await findBooked(scope, "wave.withdraw", row.id))?.reason);
  await withdrawWave(ids.orgId, ids.waveId, reason ?? "withdrawn", clock);
  await inScope(ids, clock, async (scope) => {
    await mustLockWave(scope, row.id);
    if (await findBooked(scope, "release.withdraw", row.id)) return;
    await writeAudit(scope, "release.withdraw", [
      { subjectId: row.id, subject: row.label, after: { reason: reason ?? null } },
    ]);
  });
}
