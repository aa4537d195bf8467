import type { PulseForm } from "#contracts/pulse.ts";
import type { StatementPart } from "#contracts/statements.ts";
import type { MessageKey } from "#messages/en.ts";
import { type Html, html } from "./html.ts";
import type { Words } from "./words.ts";

type Statement = PulseForm["statements"][number];

/** Extras and HR's own statements are answered on agreement. */
const SCALE_OF: Record<StatementPart, "agreement" | "frequency"> = {
  agreement: "agreement",
  frequency: "frequency",
  extra: "agreement",
  local: "agreement",
};

const POINTS = [1, 2, 3, 4, 5] as const;

/** 1-5 in the order of the scale, then "does not apply" as 0. */
function options(words: Words, part: StatementPart): [value: number, label: string][] {
  const key = (point: (typeof POINTS)[number]): MessageKey => `${SCALE_OF[part]}${point}`;
  return [...POINTS.map((point): [number, string] => [point, words.say(key(point))]), [0, words.say("doesNotApply")]];
}

/**
 * One statement: a group of six circles under its sentence. The first circle carries the code as id, so that a link of the
 * error summary leads to it.
 */
export function statementFields(
  words: Words,
  { code, part, en, cy }: Statement,
  position: number,
  given: number | undefined,
): Html {
  const text = words.lang === "cy" && cy !== null ? cy : en;
  const foreign = words.lang === "cy" && cy === null;
  return html`<fieldset><legend>${position}. ${foreign ? html`<span lang="en">${text}</span>` : text}</legend><div class="row">${options(
    words,
    part,
  ).map(
    ([value, label], i) =>
      html`<label><input type=radio name="${code}" value=${value}${i === 0 && html` id="${code}"`}${
        given === value && html` checked`
      }><span>${label}</span></label>`,
  )}</div></fieldset>`;
}
