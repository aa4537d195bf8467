import { z } from "zod";

const Text = (length: number) => z.string().trim().max(length, `Use at most ${length} characters.`);

/** Others: the team waits for somebody. Decision: somebody waits for the supervisor's decision. */
export const WAITING_KINDS = ["others", "decision"] as const;
export const WaitingKind = z.enum(WAITING_KINDS);
export type WaitingKind = z.infer<typeof WaitingKind>;

export const AddWaiting = z.object({
  teamId: z.uuid(),
  kind: WaitingKind.default("others"),
  who: Text(120).min(1, "Say who it is."),
  needed: Text(300).min(1, "Say what is needed."),
  lastContactOn: z.iso.date("Enter a date."),
});
export type AddWaiting = z.input<typeof AddWaiting>;
/** Another contact, or the end of waiting. */
export const UpdateWaiting = z.object({
  waitingId: z.uuid(),
  lastContactOn: z.iso.date("Enter a date.").nullable(),
  done: z.boolean(),
});
export type UpdateWaiting = z.infer<typeof UpdateWaiting>;

/** One entry of either list, as its page shows it. */
export const Waiting = z.object({
  waitingId: z.string(),
  who: z.string(),
  needed: z.string(),
  lastContactOn: z.string(),
  /** Days since then. */
  silentDays: z.number().int(),
  closedOn: z.string().nullable(),
});
