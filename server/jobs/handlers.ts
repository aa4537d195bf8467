import { JOB_PAYLOADS, type JobPayload, QUEUES, type QueueName } from "#contracts/queues.ts";
import { DomainError } from "#server/kernel/errors.ts";
import { log } from "#server/kernel/log.ts";
import { readLinkMail } from "#server/modules/accounts/index.ts";
import { runHelpClock } from "#server/modules/help/index.ts";
import { failImport, runApply, runCheck, runExpire, runWithdraw } from "#server/modules/imports/index.ts";
import { sendMails, sendNow } from "#server/modules/outbox/index.ts";
import { runMonthly, writeMonthly } from "#server/modules/overview/index.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { advanceWave, tendWave } from "#server/modules/waves/index.ts";

type Handler<Q extends QueueName> = {
  run(payload: JobPayload<Q>): Promise<unknown>;
  /** The last try has failed: leave no one waiting. */
  giveUp?(payload: JobPayload<Q>): Promise<void>;
};

const HANDLERS: { [Q in QueueName]: Handler<Q> } = {
  "import-check": { run: runCheck, giveUp: failImport },
  "import-apply": { run: runApply, giveUp: failImport },
  "import-expire": { run: runExpire },
  "import-withdraw": { run: runWithdraw },
  "sign-in-mail": { run: mailSignInLink },
  "release-wave": { run: ({ orgId, waveId }) => publishRelease(orgId, waveId) },
  "help-clock": { run: (ids) => runHelpClock(ids) },
  "wave-step": { run: (ids) => advanceWave(ids) },
  "wave-hourly": { run: (ids) => tendWave(ids) },
  "mail-send": { run: ({ orgId }) => sendMails(orgId, { writers: { monthly: writeMonthly } }) },
  "monthly-mail": { run: (ids) => runMonthly(ids) },
};

/** A link that has ended in the meantime is not sent. */
async function mailSignInLink(ids: JobPayload<"sign-in-mail">): Promise<void> {
  const mail = await readLinkMail(ids);
  if (mail) await sendNow(mail);
}

export { QUEUES };

/**
 * Runs one job. A refusal in the words of the domain ends it: the thing has been done, withdrawn or is gone. Anything else
 * is thrown, and the queue tries again.
 */
export async function runJob<Q extends QueueName>(queue: Q, data: unknown, lastTry: boolean): Promise<void> {
  const payload = JOB_PAYLOADS[queue].parse(data) as JobPayload<Q>;
  const started = performance.now();
  try {
    await HANDLERS[queue].run(payload);
    log("info", "job.done", { queue, ms: Math.round(performance.now() - started) });
  } catch (error) {
    const name = error instanceof Error ? error.name : "unknown";
    if (error instanceof DomainError) {
      log("warn", "job.refused", { queue, kind: error.kind });
      return;
    }
    log("error", "job.failed", { queue, name, lastTry });
    if (lastTry) await HANDLERS[queue].giveUp?.(payload);
    // The queue keeps an error's message and stack beside the job; a database message may quote a row.
    throw new Error(`${queue} failed: ${name}`);
  }
}
