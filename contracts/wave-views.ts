import { z } from "zod";
import { StatementPart } from "./statements.ts";
import { ParticipationBand, WaveCadence, WaveDetail, WaveSummary } from "./waves.ts";
import { ExtraCode } from "./wave-plans.ts";

export const PlannedStatement = z.object({
  code: z.string(),
  part: StatementPart,
  en: z.string(),
  /** Null while HR has not confirmed it. */
  cy: z.string().nullable(),
});
export type PlannedStatement = z.infer<typeof PlannedStatement>;

/** Teams that report together in one wave. */
export const Together = z.object({
  groupId: z.string(),
  name: z.string(),
  parentName: z.string(),
  teams: z.array(z.object({ unitId: z.string(), name: z.string(), agreed: z.boolean() })),
  /** Every team has agreed: it counts at launch. */
  settled: z.boolean(),
});
export type Together = z.infer<typeof Together>;

/** How the lists are getting on, while a wave confirms. */
export const ListProgress = z.object({
  lists: z.number().int(),
  confirmed: z.number().int(),
  /** Whom to ask, by unit; at most fifty. */
  waiting: z.array(
    z.object({ unitId: z.string(), name: z.string(), people: z.number().int(), supervisor: z.string().nullable() }),
  ),
  people: z.number().int(),
  withoutAddress: z.number().int(),
});
export type ListProgress = z.infer<typeof ListProgress>;

export const MailCounts = z.object({
  waiting: z.number().int(),
  sent: z.number().int(),
  givenUp: z.number().int(),
  /** May have been sent twice: the sender was cut off between the provider's yes and our mark. */
  maybeTwice: z.number().int(),
});
export type MailCounts = z.infer<typeof MailCounts>;

/** One pulse as HR sees it. No field tells who has answered, or how many of a small unit. */
export const PulseDetail = WaveSummary.extend({
  /** Wall times in the organisation's zone; null: by hand, or not said yet. */
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  deletesOn: z.string().nullable(),
  launchedOn: z.string().nullable(),
  agreedWithStaff: z.boolean(),
  welsh: z.boolean(),
  receipt: z.string().nullable(),
  statements: z.array(PlannedStatement),
  extra: ExtraCode.nullable(),
  together: z.array(Together),
  lists: ListProgress,
  invited: z.number().int().nullable(),
  invitedWithoutAddress: z.number().int().nullable(),
  participation: z.array(z.object({ name: z.string(), onDay: z.string(), band: ParticipationBand })),
  mails: MailCounts,
  remindedOn: z.string().nullable(),
  /** The check found that somebody could be identified: nothing is published. */
  heldBack: z.boolean(),
  /** What stands in the way of the launch, by field. */
  problems: z.record(z.string(), z.string()),
  /** Another wave under way. */
  running: z.string().nullable(),
});
export type PulseDetail = z.infer<typeof PulseDetail>;

export const CostOfK = z.object({
  /** Teams of today's tree, and people on their lists (head counts where a list is empty). */
  teams: z.number().int(),
  people: z.number().int(),
  fromLists: z.boolean(),
  costs: z.array(z.object({ k: z.number().int(), all: z.number().int(), seventy: z.number().int() })),
  /** Teams too small at the wave's k, in tree order; at most a hundred. */
  small: z.array(
    z.object({ unitId: z.string(), name: z.string(), parentId: z.string().nullable(), parentName: z.string() }),
  ),
  smallCount: z.number().int(),
  proposals: z.array(
    z.object({ parentName: z.string(), teams: z.array(z.object({ unitId: z.string(), name: z.string() })) }),
  ),
});
export type CostOfK = z.infer<typeof CostOfK>;

/** What HR starts a plan from. */
export const PlanBasis = z.object({ k: z.number().int(), zone: z.string(), cadence: WaveCadence, today: z.string() });
export type PlanBasis = z.infer<typeof PlanBasis>;

export const SetCadence = z.object({ cadence: WaveCadence });
export type SetCadence = z.infer<typeof SetCadence>;

/** What the receipt of a wave is the hash of, word for word. */
export const PromiseText = z.object({ receipt: z.string(), text: z.string() });
export type PromiseText = z.infer<typeof PromiseText>;

/** Made-up results of a rehearsal: what everybody would see of the tree, by the rules that decide it. */
export const RehearsalView = z.object({
  waveId: z.string(),
  label: z.string(),
  k: z.number().int(),
  /** False while the made-up answers are still being counted. */
  ready: z.boolean(),
  units: z.array(
    z.object({
      unitId: z.string(),
      parentId: z.string().nullable(),
      name: z.string(),
      isTeam: z.boolean(),
      depth: z.number().int(),
      /** Null where the unit is not shown. */
      engagementRisk: z.number().int().nullable(),
      deliveryRisk: z.number().int().nullable(),
      answers: z.number().int().nullable(),
    }),
  ),
});
export type RehearsalView = z.infer<typeof RehearsalView>;

/** One-use links for people without an address, by list. Shown to HR alone, while a wave is open. */
export const LinkSheets = z.object({
  organisation: z.string(),
  waveLabel: z.string(),
  openUntil: z.string(),
  welsh: z.boolean(),
  sheets: z.array(z.object({ unitId: z.string(), team: z.string(), links: z.array(z.string()) })),
});
export type LinkSheets = z.infer<typeof LinkSheets>;

/** One wave as HR's page needs it, however it is run. */
export const WavePageView = WaveDetail.extend({
  /** Null for a wave by hand, an import and a rehearsal. */
  pulse: PulseDetail.nullable(),
  rehearsed: RehearsalView.nullable(),
});
export type WavePageView = z.infer<typeof WavePageView>;
