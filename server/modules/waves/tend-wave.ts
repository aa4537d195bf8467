import { asSystem } from "#server/authz/index.ts";
import { clearDeadRows, recordParticipation } from "#server/disclosure/index.ts";
import { type Clock, dateIn, systemClock } from "#server/kernel/clock.ts";
import { DomainError } from "#server/kernel/errors.ts";
import { log } from "#server/kernel/log.ts";
import { advanceWave, WAVE_JOB } from "./advance-wave.ts";
import { reminderDue } from "./cadence-rules.ts";
import { lookAgain } from "./keep-going.ts";
import { mustFindWave, type WaveRow } from "./queries.ts";
import { lastReminder, remindEverybody } from "./remind-everybody.ts";
import { remindSupervisors } from "./remind-supervisors.ts";

/** Still to be looked at: until its results are out, or it is gone. */
const TENDED: readonly string[] = ["confirming", "open", "closing", "sealed"];

/**
 * Background work, hourly from launch to publication: takes a step that was missed, clears away dead rows, notes the bands of
 * participation once a day, and reminds at the times of `cadence-rules.ts`. Run twice it does each thing once.
 */
export async function tendWave(ids: { orgId: string; waveId: string }, clock: Clock = systemClock): Promise<void> {
  await advanceWave(ids, clock).catch((error: unknown) => {
    // Nobody on any list: that is for HR to mend, and the next hour tries again.
    if (!(error instanceof DomainError)) throw error;
    log("warn", "wave.waits", { kind: error.kind });
  });
  const { row, day } = await asSystem(
    WAVE_JOB,
    "wave:run",
    ids.orgId,
    async (scope) => {
      const found = await mustFindWave(scope, ids.waveId);
      if (TENDED.includes(found.status)) await lookAgain(scope, found.id);
      return { row: found, day: dateIn(scope.organisation.zone, clock.now()) };
    },
    clock,
  );
  if (row.status === "open") {
    await clearDeadRows();
    await recordParticipation(ids.orgId, ids.waveId, day);
  }
  await remind(ids, row, clock);
}

async function remind(ids: { orgId: string; waveId: string }, row: WaveRow, clock: Clock): Promise<void> {
  await asSystem(
    WAVE_JOB,
    "wave:run",
    ids.orgId,
    async (scope) => {
      if (row.status === "confirming") return remindSupervisors(scope, row);
      const { openedAt, closesAt } = row;
      if (row.status !== "open" || openedAt === null || closesAt === null) return;
      const last = await lastReminder(scope, row.id);
      if (reminderDue(openedAt, closesAt, last, clock.now())) await remindEverybody(scope, { waveId: row.id });
    },
    clock,
  );
}
