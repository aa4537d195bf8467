import type { ExtraCode } from "#contracts/wave-plans.ts";

/** One of these may be asked in a wave, beside the twelve and in no axis. Answered on agreement. */
export const EXTRA_STATEMENTS: Record<ExtraCode, string> = {
  X1: "When I raised a problem, I got an answer.",
  X2: "Something changed because of what we said last time.",
  X3: "I could settle small things in my work myself.",
};
