import { type AssessmentValues, FACTS, type StatementAnswer } from "#contracts/assessments.ts";
import { FLAGS, SIGNALS, TEAM_EVENTS } from "#contracts/signals.ts";
import { axisOf, STATEMENT_CODES } from "#contracts/statements.ts";
import { FACT_LABELS } from "#content/facts.ts";
import { FLAG_LABELS, SIGNAL_QUESTIONS, SIGNAL_STRENGTHS, TEAM_EVENT_LABELS } from "#content/signals.ts";
import { DOES_NOT_APPLY, SCALES, STATEMENTS } from "#content/statements.ts";
import { longDate } from "#components/ui/dates.ts";

type Entry = {
  key: string;
  label: string;
  words: (values: AssessmentValues) => string;
  /** `into` with this entry as it stands in `from`. */
  take: (into: AssessmentValues, from: AssessmentValues) => AssessmentValues;
};

const BLANK = "Not answered";

function answerWords(index: number, answer: StatementAnswer | undefined): string {
  if (answer === null || answer === undefined) return BLANK;
  const code = STATEMENT_CODES[index];
  return answer === 0 || !code ? DOES_NOT_APPLY : (SCALES[axisOf(code)].labels[answer - 1] ?? BLANK);
}

const ENTRIES: readonly Entry[] = [
  ...SIGNALS.map(
    (signal): Entry => ({
      key: signal,
      label: SIGNAL_QUESTIONS[signal].question,
      words: (v) => SIGNAL_STRENGTHS[v.signals[signal] ?? -1] ?? BLANK,
      take: (into, from) => ({ ...into, signals: { ...into.signals, [signal]: from.signals[signal] } }),
    }),
  ),
  ...TEAM_EVENTS.map((kind): Entry => {
    const of = (v: AssessmentValues) => v.events.find((e) => e.kind === kind);
    return {
      key: kind,
      label: TEAM_EVENT_LABELS[kind],
      words: (v) => {
        const event = of(v);
        return event ? longDate(event.happenedOn) : "No";
      },
      take: (into, from) => {
        const event = of(from);
        return { ...into, events: [...into.events.filter((e) => e.kind !== kind), ...(event ? [event] : [])] };
      },
    };
  }),
  ...FLAGS.map(
    (flag): Entry => ({
      key: flag,
      label: FLAG_LABELS[flag].statement,
      words: (v) => (v.flags[flag] ? "Yes" : "No"),
      take: (into, from) => ({ ...into, flags: { ...into.flags, [flag]: from.flags[flag] } }),
    }),
  ),
  ...STATEMENT_CODES.map(
    (code, index): Entry => ({
      key: code,
      label: STATEMENTS[code].supervisor,
      words: (v) => answerWords(index, v.answers[index]),
      take: (into, from) => ({
        ...into,
        answers: into.answers.map((answer, at) => (at === index ? (from.answers[index] ?? null) : answer)),
      }),
    }),
  ),
  ...FACTS.map(
    (fact): Entry => ({
      key: fact,
      label: FACT_LABELS[fact],
      words: (v) => v.facts[fact]?.toLocaleString("en-GB") ?? "Not given",
      take: (into, from) => ({ ...into, facts: { ...into.facts, [fact]: from.facts[fact] } }),
    }),
  ),
];

export type Difference = { key: string; label: string; yours: string; theirs: string };

/** Where two editors' values differ, in the order of the form and in words. */
export function differences(yours: AssessmentValues, theirs: AssessmentValues): Difference[] {
  return ENTRIES.map(({ key, label, words }) => ({ key, label, yours: words(yours), theirs: words(theirs) })).filter(
    (d) => d.yours !== d.theirs,
  );
}

/** `yours` with the named entries as they stand in `theirs`. */
export function combine(
  yours: AssessmentValues,
  theirs: AssessmentValues,
  fromTheirs: ReadonlySet<string>,
): AssessmentValues {
  return ENTRIES.filter(({ key }) => fromTheirs.has(key)).reduce((into, entry) => entry.take(into, theirs), yours);
}

/** Nothing differs. */
export const sameValues = (a: AssessmentValues, b: AssessmentValues): boolean => differences(a, b).length === 0;
