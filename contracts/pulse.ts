import { z } from "zod";
import { HelpAnswer } from "./plans.ts";
import { StatementPart } from "./statements.ts";

/** What the respondent's page shows of an open wave: what was frozen at opening, and nothing about who is reading. */
export const PulseForm = z.object({
  organisation: z.string(),
  team: z.string(),
  waveLabel: z.string(),
  promise: z.object({ k: z.number().int(), resultsAfter: z.iso.date(), deletedOn: z.iso.date() }),
  /** SHA-256 in hex of all that was promised (docs/glossary.md: receipt). */
  receipt: z.string().regex(/^[0-9a-f]{64}$/),
  /** In the order in which they are asked. */
  statements: z.array(
    z.object({
      code: z.string(),
      part: StatementPart,
      en: z.string(),
      /** Null while HR has not confirmed it: then the English words stand, marked as English. */
      cy: z.string().nullable(),
    }),
  ),
  noteAllowed: z.boolean(),
  /** HR has confirmed the Welsh statements, so that the page offers both languages. */
  welsh: z.boolean(),
  rehearsal: z.boolean(),
});
export type PulseForm = z.infer<typeof PulseForm>;

/** The longest note, in UTF-16 units as a browser's `maxlength` counts them; a line break is one. */
export const NOTE_LENGTH = 1000;
/** The longest body of a form, in bytes. A full page with the longest note in any script stays below. */
export const PULSE_BODY_BYTES = 16_384;

/** 1-5 in the order of the scale; 0 does not apply. */
export const PulseAnswer = z.number().int().min(0).max(5);
export type PulseAnswer = z.infer<typeof PulseAnswer>;

const PulseCode = z.string().regex(/^([DE][1-6]|X[1-3]|L[1-5])$/);

/** A statement that is missing in `answers` was left blank. */
export const PulseAnswers = z.object({
  answers: z.partialRecord(PulseCode, PulseAnswer),
  note: z.string().min(1).max(NOTE_LENGTH).optional(),
});
export type PulseAnswers = z.infer<typeof PulseAnswers>;

/** What somebody can do wrong without meaning to. Both keep everything that was typed. */
export type PulseProblem = "nothing_said" | "note_too_long";

/** The body of a form, read. `typed` is what the page shows again. */
export type PulseBody =
  | { state: "answers"; answers: PulseAnswers }
  | { state: "problem"; problem: PulseProblem; typed: { answers: PulseAnswers["answers"]; note: string } }
  /** No browser sends this from our page. */
  | { state: "refused" };

/** As Postgres can store it: no control characters but line breaks and tabs, one kind of line break, no blanks around. */
function cleanNote(unverified: string): string {
  return unverified
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

/**
 * Reads an URL-encoded body. Unknown fields, values off the scale, repeated fields and a body over the limit are refused.
 * @param unverified the raw body
 * @param codes the statements of the wave; any other is refused
 */
export function readPulseBody(unverified: string, codes: readonly string[]): PulseBody {
  if (new TextEncoder().encode(unverified).length > PULSE_BODY_BYTES) return { state: "refused" };
  const answers: PulseAnswers["answers"] = {};
  let note: string | undefined;
  for (const [name, value] of new URLSearchParams(unverified)) {
    if (name === "note" && note === undefined) note = cleanNote(value);
    else if (codes.includes(name) && !Object.hasOwn(answers, name) && /^[0-5]$/.test(value))
      answers[name] = Number(value);
    else return { state: "refused" };
  }
  const typed = { answers, note: note ?? "" };
  if (typed.note.length > NOTE_LENGTH) return { state: "problem", problem: "note_too_long", typed };
  if (Object.keys(answers).length === 0 && typed.note === "")
    return { state: "problem", problem: "nothing_said", typed };
  const parsed = PulseAnswers.safeParse(typed.note === "" ? { answers } : typed);
  return parsed.success ? { state: "answers", answers: parsed.data } : { state: "refused" };
}

/** "received" is said for every repeat too. `expired`: the wave of this link has long been over. */
export const PulseOutcome = z.enum(["received", "closed", "expired", "unknown"]);
export type PulseOutcome = z.infer<typeof PulseOutcome>;

/** What a team reads about itself without an account: published results in words, decisions, answers. No figures. */
export const DecisionsPage = z.object({
  organisation: z.string(),
  team: z.string(),
  /** The wave that "you said" comes from; null while nothing is published. */
  waveLabel: z.string().nullable(),
  rehearsal: z.boolean(),
  /** Sentences about published results; empty where the team is not shown. */
  youSaid: z.array(z.string()),
  decided: z.array(
    z.object({
      what: z.string(),
      dueOn: z.iso.date().nullable(),
      /** Null while it goes on. */
      ended: z.object({ on: z.iso.date(), outcome: z.enum(["kept", "changed", "stopped"]) }).nullable(),
    }),
  ),
  asked: z.array(
    z.object({
      /** Whom: a unit or an office, never a person's name. */
      of: z.string(),
      need: z.string(),
      on: z.iso.date(),
      answer: HelpAnswer.nullable(),
      answeredOn: z.iso.date().nullable(),
    }),
  ),
});
export type DecisionsPage = z.infer<typeof DecisionsPage>;
