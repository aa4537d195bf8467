import { FLAG_WORDS, LARGER_RISK_WORDS, SIGNAL_WORDS } from "#content/call-words.ts";
import {
  CALL_LABELS,
  type Call,
  type CallChange,
  type CallInput,
  type Counterfactual,
  LARGER_RISKS,
} from "#contracts/calls.ts";
import { FLAGS, SIGNALS } from "#contracts/signals.ts";
import { callOf, isMarked } from "./rules.ts";

/**
 * What would change the call: the fewest one-step changes of a signal (by one), a flag, or the larger risk. A change of
 * the larger risk to any other value is one step.
 *
 * Of several smallest answers the one is said that a supervisor can most easily look out for: something that begins (a
 * flag set, a signal up) before a change of risks, before something that ends; and a call that decides before one that
 * does not. The order is fixed, so that the same check always reads the same.
 */
export function counterfactualOf(input: CallInput): Counterfactual {
  const [first] = smallestChanges(input);
  if (!first) throw new Error("every call can be changed");
  const becomes = callOf(first.reached);
  return { becomes, changes: first.changes, words: wordsOf(becomes, first.reached, first.changes) };
}

type Path = { reached: CallInput; changes: CallChange[] };

/** All smallest ways to another call, best to say first. Breadth first over at most 6144 inputs. */
export function smallestChanges(input: CallInput): Path[] {
  const call = callOf(input);
  const seen = new Set([keyOf(input)]);
  let level: Path[] = [{ reached: input, changes: [] }];
  while (level.length > 0) {
    const next: Path[] = [];
    for (const path of level) {
      for (const change of stepsFrom(path.reached)) {
        const reached = applyChange(path.reached, change);
        if (seen.has(keyOf(reached))) continue;
        seen.add(keyOf(reached));
        next.push({ reached, changes: [...path.changes, change] });
      }
    }
    const found = next.filter((path) => callOf(path.reached) !== call);
    // Sorting is stable: of equal ones the order of stepsFrom stays.
    if (found.length > 0)
      return found.sort((a, b) => undecided(a) - undecided(b) || weightOf(input, a) - weightOf(input, b));
    level = next;
  }
  return [];
}

/** The input after one step. */
export function applyChange(input: CallInput, change: CallChange): CallInput {
  if (change.of === "signal") return { ...input, signals: { ...input.signals, [change.signal]: change.to } };
  if (change.of === "flag") return { ...input, flags: { ...input.flags, [change.flag]: change.to } };
  return { ...input, largerRisk: change.to };
}

function stepsFrom(input: CallInput): CallChange[] {
  const signals = SIGNALS.flatMap((signal): CallChange[] =>
    [input.signals[signal] + 1, input.signals[signal] - 1]
      .filter((to) => to >= 0 && to <= 3)
      .map((to) => ({ of: "signal", signal, to })),
  );
  const flags = FLAGS.map((flag): CallChange => ({ of: "flag", flag, to: !input.flags[flag] }));
  const risks = LARGER_RISKS.filter((to) => to !== input.largerRisk);
  return [...flags, ...signals, ...risks.map((to): CallChange => ({ of: "larger_risk", to }))];
}

const keyOf = ({ signals, flags, largerRisk }: CallInput): string =>
  [...SIGNALS.map((signal) => signals[signal]), ...FLAGS.map((flag) => Number(flags[flag])), largerRisk].join();

const undecided = ({ reached }: Path): number => Number(callOf(reached) === "too_close_to_call");

/** Something that begins 0, another larger risk 1, something that ends 2; summed over the steps. */
function weightOf(input: CallInput, { changes }: Path): number {
  return changes.reduce((sum, change) => {
    if (change.of === "larger_risk") return sum + 1;
    const begins = change.of === "flag" ? change.to : change.to > input.signals[change.signal];
    return sum + (begins ? 0 : 2);
  }, 0);
}

function wordsOf(becomes: Call, reached: CallInput, changes: readonly CallChange[]): string {
  const conditions = new Set(
    changes.map((change) => {
      if (change.of === "flag") return FLAG_WORDS[change.flag][change.to ? "ifSet" : "ifNot"];
      if (change.of === "larger_risk") return LARGER_RISK_WORDS[change.to];
      return SIGNAL_WORDS[change.signal][isMarked(reached.signals[change.signal]) ? "ifMarked" : "ifCalm"];
    }),
  );
  const would = becomes === "too_close_to_call" ? "be" : "become";
  return `It would ${would} *${CALL_LABELS[becomes]}* if ${[...conditions].join(", and ")}.`;
}
