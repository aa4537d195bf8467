import { z } from "zod";
import { K_FLOOR, WaveRef } from "./waves.ts";

/** The optional thirteenth statement of a wave, in no axis. */
export const EXTRA_CODES = ["X1", "X2", "X3"] as const;
export const ExtraCode = z.enum(EXTRA_CODES);
export type ExtraCode = z.infer<typeof ExtraCode>;

/** HR's own statements, in no axis. */
export const LOCAL_CODES = ["L1", "L2", "L3", "L4", "L5"] as const;

/** Wall time in the organisation's zone, as a browser's field for date and time gives it. */
const WallTime = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, "Enter a day and a time.");
const Day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "Enter a day.");

export const WaveLabel = z
  .string()
  .trim()
  .min(1, "Enter a name, for example Spring 2027.")
  .max(80, "Use at most 80 characters.");
export const WaveK = z
  .number("Enter a whole number.")
  .int("Enter a whole number.")
  .min(K_FLOOR, `Results are never shown for fewer than ${K_FLOOR} people.`)
  .max(100, "Enter 100 or less.");

const Words = z.string().trim().min(3, "Write a sentence.").max(200, "Use at most 200 characters.");
const WelshWords = z.string().trim().min(3, "Write a sentence.").max(240, "Use at most 240 characters.");

/** What HR plans of a pulse. Everything may be changed until it is launched, and nothing afterwards. */
export const PlanPulse = z.object({
  label: WaveLabel,
  k: WaveK.optional(),
  /** Null: HR opens it by hand. */
  opensAt: WallTime.nullable(),
  closesAt: WallTime,
  deletesOn: Day,
  extra: ExtraCode.nullable(),
  /** HR's own statements, at most five. */
  locals: z.array(Words).max(5, "Five at most."),
  agreedWithStaff: z.boolean(),
  /** Offer the respondent's page in Welsh too: every statement then needs words in `welsh`. */
  offersWelsh: z.boolean(),
  /** Welsh wordings that HR has confirmed, by the code of the statement. */
  welsh: z.array(z.object({ code: z.string().regex(/^([DE][1-6]|X[1-3]|L[1-5])$/), words: WelshWords })).max(20),
});
export type PlanPulse = z.infer<typeof PlanPulse>;

export const EditPulse = PlanPulse.extend(WaveRef.shape);
export type EditPulse = z.infer<typeof EditPulse>;

export const RenameWave = z.object({ waveId: z.uuid(), label: WaveLabel });
export type RenameWave = z.infer<typeof RenameWave>;

export const WithdrawWave = z.object({
  waveId: z.uuid(),
  reason: z.string().trim().min(1, "Say why, for whoever reads the audit.").max(500, "Use at most 500 characters."),
});
export type WithdrawWave = z.infer<typeof WithdrawWave>;

const GroupName = z.string().trim().min(1, "Enter a name.").max(120, "Use at most 120 characters.");

/** Teams of one unit that report together in this wave. */
export const GroupTeams = z.object({
  waveId: z.uuid(),
  name: GroupName,
  teamIds: z.array(z.uuid()).min(2, "Choose two teams or more.").max(20, "Twenty at most."),
});
export type GroupTeams = z.infer<typeof GroupTeams>;

export const GroupRef = z.object({ waveId: z.uuid(), groupId: z.uuid() });
export type GroupRef = z.infer<typeof GroupRef>;

/** What a smallest group would cost on today's lists. */
export const ReadCost = z.object({ waveId: z.uuid().nullable() });
export type ReadCost = z.infer<typeof ReadCost>;

export const ListRef = z.object({ waveId: z.uuid(), unitId: z.uuid() });
export type ListRef = z.infer<typeof ListRef>;
