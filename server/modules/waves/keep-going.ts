import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";

const HOUR = 3_600_000;

/** The step of a wave that is due at a time, or at once; null when a person takes it. */
export async function stepAt(scope: Scope, waveId: string, at: Date | null): Promise<void> {
  if (at === null) return;
  await enqueue(scope.tx, "wave-step", { orgId: scope.organisation.id, waveId }, { startAfter: at });
}

/** The next hourly look at a wave: one job an hour, whoever asks for it and however often. */
export async function lookAgain(scope: Scope, waveId: string): Promise<void> {
  const next = new Date(scope.clock.now().getTime() + HOUR);
  const once = String(Math.floor(next.getTime() / HOUR));
  await enqueue(scope.tx, "wave-hourly", { orgId: scope.organisation.id, waveId }, { startAfter: next, once });
}

/** What keeps a launched wave going: its next step at its time, and an hourly look in case that was missed. */
export async function keepGoing(scope: Scope, waveId: string, stepDue: Date | null): Promise<void> {
  await stepAt(scope, waveId, stepDue);
  await lookAgain(scope, waveId);
}
