import { FACT_REASONS, SIGNAL_WORDS } from "#content/call-words.ts";
import { SIGNAL_QUESTIONS } from "#content/signals.ts";
import { STATEMENTS } from "#content/statements.ts";
import type { AssessmentFacts } from "#contracts/assessments.ts";
import type { CallInput, CallReason, Lens, ShownStatement } from "#contracts/calls.ts";
import { type ResultRow, STATE_CUT } from "#contracts/results.ts";
import { SIGNALS } from "#contracts/signals.ts";
import { axisOf, type StatementCode } from "#contracts/statements.ts";
import { countedShares } from "#server/disclosure/formulas.ts";
import { isMarked, sideMarked, signalsOf } from "./rules.ts";

/**
 * Three strongest reasons of a call: signals, the team's statements, counted facts. Nothing here ever knows how many
 * people answered or work in the team, so nothing can say it; vacancies are left out because they count people.
 */

/** A fact speaks from this share on. */
const FACT_FROM = 0.1;
const REASONS = 3;

/**
 * Statements of a team that are shown in the second pattern. A row of results holds a value only there.
 *
 * @param row the team's own row with statements; null where it has none
 */
export function shownStatements(row: Pick<ResultRow, "statements"> | null): ShownStatement[] {
  return (row?.statements ?? []).flatMap(({ code, cell }) =>
    cell.mark === "value" && cell.low !== null && cell.high !== null
      ? [{ code, risk: cell.risk, low: cell.low, high: cell.high }]
      : [],
  );
}

/** Evidence about means: a low one suggests to ask for help first. It stands for neither side of the call. */
const MEANS: StatementCode = "E1";

export function lacksMeans(statements: readonly ShownStatement[]): boolean {
  return statements.some(({ code, low }) => code === MEANS && low >= STATE_CUT);
}

type Evidence = { input: CallInput; statements: readonly ShownStatement[]; facts: AssessmentFacts | null };
/** Strength 0-1, on one scale for all three sources. */
type Weighed = CallReason & { strength: number };

/**
 * The strongest reasons, at most three. A need always begins with its strongest signal, because signals are what the call
 * is made of; with two needs each has one. With no need the reasons say what is calm.
 */
export function reasonsFor(evidence: Evidence): CallReason[] {
  const sides = (["lead", "manage"] as const).filter((lens) => sideMarked(evidence.input, lens));
  const found = sides.length === 0 ? calm(evidence) : sides.flatMap((lens) => speakingFor(lens, evidence));
  // Sorting is stable: of equal ones signals stand before facts, and facts before statements.
  const all = found.sort((a, b) => b.strength - a.strength);
  const lenses = sides.length === 0 ? [null] : sides;
  const leading = lenses.flatMap((lens) => all.filter((r) => r.lens === lens && r.from === "signal").slice(0, 1));
  const rest = all.filter((reason) => !leading.includes(reason));
  return [...leading, ...rest].slice(0, REASONS).map(({ from, lens, words }) => ({ from, lens, words }));
}

function speakingFor(lens: Lens, { input, statements, facts }: Evidence): Weighed[] {
  const signals = signalsOf(lens)
    .filter((signal) => isMarked(input.signals[signal]))
    .map(
      (signal): Weighed => ({
        from: "signal",
        lens,
        words: SIGNAL_WORDS[signal].marked,
        strength: input.signals[signal] === 3 ? 1 : 0.75,
      }),
    );
  const axis = lens === "lead" ? "direction" : "delivery";
  const said = statements
    .filter(({ code, low }) => axisOf(code) === axis && code !== MEANS && low >= STATE_CUT)
    .map(
      ({ code, risk }): Weighed => ({
        from: "statement",
        lens,
        words: `Your team’s answers are low on “${STATEMENTS[code].member}”`,
        strength: Math.min(1, 0.5 + (risk - STATE_CUT) / 80),
      }),
    );
  const counted = lens === "manage" && facts ? factsSpeaking(facts) : [];
  return [...signals, ...counted, ...said];
}

function factsSpeaking(facts: AssessmentFacts): Weighed[] {
  return countedFacts(facts)
    .filter(({ share }) => share >= FACT_FROM)
    .map(({ words, share }) => ({
      from: "fact",
      lens: "manage",
      words,
      strength: Math.min(1, 0.5 + 1.25 * (share - FACT_FROM)),
    }));
}

type CountedFact = { share: number; words: string };

function countedFacts(facts: AssessmentFacts): CountedFact[] {
  const shares = countedShares({
    ...facts,
    completed: facts.completedItems,
    reworked: facts.reworkedItems,
    casesBeyondAgreedAge: facts.casesBeyondAge,
  });
  const row = (kind: keyof typeof FACT_REASONS, part: number | null, whole: number | null): CountedFact[] => {
    const share = shares[kind];
    if (share === null || part === null || whole === null) return [];
    return [{ share, words: FACT_REASONS[kind](part.toLocaleString("en-GB"), whole.toLocaleString("en-GB")) }];
  };
  return [
    ...row("overdue", facts.overdueMilestones, facts.dueMilestones),
    ...row("backlogGrowth", facts.closures, facts.arrivals),
    ...row("rework", facts.reworkedItems, facts.completedItems),
    ...row("ageing", facts.casesBeyondAge, facts.openCases),
  ];
}

/** What speaks for keeping the rhythm: signals at rest first, then the lowest risks of either axis, then quiet facts. */
function calm({ input, statements, facts }: Evidence): Weighed[] {
  const signals = SIGNALS.map((signal): Weighed => {
    const none = input.signals[signal] === 0;
    const words = none ? SIGNAL_WORDS[signal].calm : `${SIGNAL_QUESTIONS[signal].name}: only a little.`;
    return { from: "signal", lens: null, words, strength: none ? 0.7 : 0.4 };
  });
  const said = statements
    .filter(({ code, high }) => code !== MEANS && high < STATE_CUT)
    .map(
      ({ code, risk }): Weighed => ({
        from: "statement",
        lens: null,
        words: `Your team’s answers are good on “${STATEMENTS[code].member}”`,
        strength: 1 - risk / STATE_CUT,
      }),
    );
  const counted = facts
    ? countedFacts(facts)
        .filter(({ share }) => share < FACT_FROM)
        .map(({ words, share }): Weighed => ({ from: "fact", lens: null, words, strength: 0.8 - share }))
    : [];
  return [...signals, ...counted, ...said];
}
