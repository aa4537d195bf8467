import { z } from "zod";

/** Every queue of background work. The migrator makes them (pg-boss wants DDL for each); the app only uses them. */
export const QUEUES = [
  "import-check",
  "import-apply",
  "import-expire",
  "import-withdraw",
  "release-wave",
  "wave-step",
  "wave-hourly",
  "mail-send",
  "sign-in-mail",
  "help-clock",
  "monthly-mail",
] as const;
export type QueueName = (typeof QUEUES)[number];

/** Work that nobody starts again by hand: tried for about two days before it is given up. */
export const PATIENT_QUEUES: readonly QueueName[] = [
  "wave-step",
  "wave-hourly",
  "mail-send",
  "help-clock",
  "monthly-mail",
];

const ImportJob = z.object({ orgId: z.uuid(), importId: z.uuid() });
const WaveJob = z.object({ orgId: z.uuid(), waveId: z.uuid() });
const HelpJob = z.object({ orgId: z.uuid(), helpId: z.uuid() });
const SignInMailJob = z.object({ accountId: z.uuid(), tokenId: z.uuid() });
const OrganisationJob = z.object({ orgId: z.uuid() });

/** What a job is told: ids and nothing else, because job rows are kept for a day and are no place for anything more. */
export const JOB_PAYLOADS = {
  "import-check": ImportJob,
  "import-apply": ImportJob,
  "import-expire": ImportJob,
  "import-withdraw": ImportJob,
  "release-wave": WaveJob,
  "wave-step": WaveJob,
  "wave-hourly": WaveJob,
  "mail-send": OrganisationJob,
  "sign-in-mail": SignInMailJob,
  "help-clock": HelpJob,
  "monthly-mail": OrganisationJob,
} as const satisfies Record<QueueName, z.ZodType>;
export type JobPayload<Q extends QueueName> = z.infer<(typeof JOB_PAYLOADS)[Q]>;
