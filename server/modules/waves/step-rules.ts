import type { WaveStatus } from "#contracts/waves.ts";

/** What can be done to a pulse. Each is one transaction, and doing it twice is doing it once. */
export const STEPS = ["edit", "remove", "launch", "confirm", "open", "close", "seal", "publish", "withdraw"] as const;
export type Step = (typeof STEPS)[number];

type Transition = {
  from: readonly WaveStatus[];
  /** Null: the state stays. */
  to: WaveStatus | null;
  /** Already done: nothing to do, and no error. */
  done: readonly WaveStatus[];
  /** Why not, in any other state. */
  otherwise: string;
};

const BEGUN = "This wave has been launched: what was promised stays as it is.";

const TRANSITIONS: Record<Step, Transition> = {
  edit: { from: ["draft"], to: null, done: [], otherwise: BEGUN },
  remove: {
    from: ["draft"],
    to: null,
    done: [],
    otherwise: "Only a planned wave can be removed. Withdraw this one instead.",
  },
  launch: {
    from: ["draft"],
    to: "confirming",
    done: ["confirming"],
    otherwise: "This wave has been launched before. Plan a new one.",
  },
  confirm: {
    from: ["confirming"],
    to: null,
    done: [],
    otherwise: "Lists are confirmed between the launch of a wave and its opening.",
  },
  open: {
    from: ["confirming"],
    to: "open",
    done: ["open"],
    otherwise: "A wave opens once, after it was launched.",
  },
  close: {
    from: ["open"],
    to: "closing",
    done: ["closing", "sealed", "published"],
    otherwise: "This wave is not open.",
  },
  seal: {
    from: ["closing"],
    to: "sealed",
    done: ["sealed", "published"],
    otherwise: "Only a wave that is closing can be sealed.",
  },
  publish: {
    from: ["sealed"],
    to: "published",
    done: ["published"],
    otherwise: "Only a closed wave can be published.",
  },
  withdraw: {
    from: ["confirming", "open", "sealed", "published"],
    to: "withdrawn",
    done: ["withdrawn"],
    otherwise: "",
  },
};

const NOT_WITHDRAWN: Partial<Record<WaveStatus, string>> = {
  draft: "This wave has not begun. Remove it instead.",
  closing: "This wave is just closing. Try again in a minute.",
};

/** "go" to do it, "done" when there is nothing left to do, or why it cannot be done. */
export function mayStep(step: Step, status: WaveStatus): "go" | "done" | { refused: string } {
  const { from, done, otherwise } = TRANSITIONS[step];
  if (from.includes(status)) return "go";
  if (done.includes(status)) return "done";
  return { refused: step === "withdraw" ? (NOT_WITHDRAWN[status] ?? otherwise) : otherwise };
}

/** States in which a wave is under way: one of an organisation at a time. */
export const RUNNING: readonly WaveStatus[] = ["confirming", "open", "closing"];

type Due = {
  status: WaveStatus;
  opensAt: Date | null;
  closesAt: Date | null;
  /** A failed check of its results holds them back until HR acts. */
  heldBack: boolean;
};

/** What the clock asks of a pulse now: at most one step, then look again. Null when nothing is due. */
export function dueStep(wave: Due, now: Date): "open" | "close" | "seal" | "publish" | null {
  const past = (at: Date | null) => at !== null && at.getTime() <= now.getTime();
  if (wave.status === "confirming") return past(wave.opensAt) && !past(wave.closesAt) ? "open" : null;
  if (wave.status === "open") return past(wave.closesAt) ? "close" : null;
  if (wave.status === "closing") return "seal";
  return wave.status === "sealed" && !wave.heldBack ? "publish" : null;
}

type Launch = {
  /** Another wave that is under way. */
  running: string | null;
  teams: number;
  opensAt: Date | null;
  closesAt: Date | null;
  /** ISO dates in the organisation's zone. */
  closesOn: string | null;
  deletesOn: string | null;
  statements: number;
};

/** What stands in the way of a launch, by field, in words. Empty: nothing. */
export function launchProblems(plan: Launch, now: Date): Record<string, string> {
  const problems: Record<string, string> = {};
  if (plan.running !== null) {
    problems.label = `${plan.running} is under way. One wave runs at a time: wait until it has closed, or withdraw it.`;
  }
  if (plan.teams === 0) problems.label ??= "There is no team yet. Register the first team, then launch the wave.";
  if (plan.opensAt !== null && plan.opensAt <= now) problems.opensAt = "This time has passed. Choose a later one.";
  if (plan.closesAt === null) problems.closesAt = "Say when it closes: staff are told when results appear.";
  else if (plan.closesAt <= (plan.opensAt ?? now)) problems.closesAt = "It must close after it opens.";
  else if (plan.closesAt <= now) problems.closesAt = "This time has passed. Choose a later one.";
  if (plan.deletesOn === null) problems.deletesOn = "Say when the answers are deleted: it is part of the promise.";
  else if (plan.closesOn !== null && plan.deletesOn <= plan.closesOn) {
    problems.deletesOn = "Answers are needed until the wave has closed. Choose a later day.";
  }
  if (plan.statements < 12) problems.label ??= "The statements are missing. Save the plan again.";
  return problems;
}
