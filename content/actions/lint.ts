import { LENSES } from "#contracts/calls.ts";
import { LEAD_VERBS, MANAGE_VERBS } from "#contracts/plans.ts";
import { countWords, lintText, readingAge, type WordsFinding } from "../plain-words.ts";
import type { LibraryAction } from "./schema.ts";

/** Words per field, at most. */
const LIMITS = { title: 12, when: 22, first: 35, step: 20, aim: 20 } as const;
/** At least so many actions on each side, and as many on one as on the other. */
const ON_EACH_SIDE = 30;
const FOR_EACH_VERB = 5;
/** The mean length of one side's actions may be so much above the other's. */
const LONGER = 1.1;

const aimOf = (action: LibraryAction): string => (action.side === "lead" ? action.destination : action.protects);
const wholeOf = (action: LibraryAction): string =>
  [`${action.title}.`, action.when, action.first, ...action.steps, aimOf(action)].join(" ");

/** What is wrong with the words of one action; each message begins with the action's id. */
export function lintAction(action: LibraryAction): WordsFinding[] {
  const found = [
    ...fieldLint(action.title, LIMITS.title),
    ...fieldLint(action.when, LIMITS.when),
    ...fieldLint(action.first, LIMITS.first),
    ...action.steps.flatMap((step) => fieldLint(step, LIMITS.step)),
    ...fieldLint(aimOf(action), LIMITS.aim),
    // One short field says nothing about reading; all of them together do.
    ...lintText(wholeOf(action)).filter(({ rule }) => rule === "reading_age"),
  ];
  return found.map((finding) => ({ ...finding, message: `${action.id}: ${finding.message}` }));
}

const fieldLint = (text: string, words: number): WordsFinding[] =>
  lintText(text, { words }).filter(({ rule }) => rule !== "reading_age");

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** Every action, and the two sides against each other: as many, as long and as easy to read. */
export function lintLibrary(actions: readonly LibraryAction[]): WordsFinding[] {
  const found = actions.flatMap(lintAction);
  const [lead, manage] = LENSES.map((side) => actions.filter((action) => action.side === side));
  for (const side of [lead, manage]) {
    if (!side || side.length < ON_EACH_SIDE) {
      found.push({ rule: "number", message: `${side?.length ?? 0} actions on one side, at least ${ON_EACH_SIDE}.` });
    }
  }
  for (const verb of [...LEAD_VERBS, ...MANAGE_VERBS]) {
    const count = actions.filter((action) => action.verb === verb).length;
    if (count < FOR_EACH_VERB) found.push({ rule: "number", message: `${count} actions for ${verb}.` });
  }
  if (!lead || !manage || lead.length !== manage.length) {
    found.push({ rule: "symmetry", message: `${lead?.length} lead actions and ${manage?.length} manage actions.` });
    return found;
  }
  const measures = [
    ["words", (action: LibraryAction) => countWords(wholeOf(action))],
    ["words of the first sentence or check", (action: LibraryAction) => countWords(action.first)],
    ["years of reading age", (action: LibraryAction) => readingAge(wholeOf(action))],
    ["weeks", (action: LibraryAction) => action.weeks],
  ] as const;
  for (const [what, measure] of measures) {
    const [a, b] = [mean(lead.map(measure)), mean(manage.map(measure))];
    // Weeks follow the work: structure takes longer to settle than a word does to be said.
    const limit = what === "weeks" ? 2 : LONGER;
    if (Math.max(a, b) > limit * Math.min(a, b)) {
      found.push({ rule: "symmetry", message: `${a.toFixed(1)} against ${b.toFixed(1)} ${what}.` });
    }
  }
  return found;
}
