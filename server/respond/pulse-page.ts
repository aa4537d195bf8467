import { promiseInWelsh } from "#content/privacy/promise-welsh.ts";
import { promiseInWords } from "#content/promise.ts";
import { NOTE_LENGTH, type PulseForm, type PulseProblem } from "#contracts/pulse.ts";
import type { MessageKey } from "#messages/en.ts";
import { type Html, html } from "./html.ts";
import { makePage, type Page, switchButton, switchLink } from "./page.ts";
import { statementFields } from "./statement-fields.ts";
import { type Lang, type Words, wordsIn } from "./words.ts";

/** What somebody had chosen and typed when the page has to be shown again. */
export type Typed = { answers: Partial<Record<string, number>>; note: string };

export type PulsePageInput = {
  form: PulseForm;
  lang: Lang;
  typed?: Typed;
  /** `not_stored`: our fault, and worth another try. */
  problem?: PulseProblem | "not_stored";
};

const PROBLEMS: Record<
  NonNullable<PulsePageInput["problem"]>,
  { key: MessageKey; field: "first" | "note" | "send" }
> = {
  nothing_said: { key: "nothingSaid", field: "first" },
  note_too_long: { key: "noteTooLong", field: "note" },
  not_stored: { key: "notStored", field: "send" },
};

const FORM = "pulse";
/**
 * The first button of a form is what Enter presses. An answer can be sent once only, so Enter on a circle must not send half
 * of one (and a disabled button does not stop it): it leads to the look back, with everything that was chosen.
 */
const enterButton = ({ lang }: Words): Html =>
  html`<button class="off" form="${FORM}" formaction="?lang=${lang}&amp;keep=1#review" aria-hidden="true" tabindex="-1"></button>`;

/** The promise, part 1, part 2, a little more, the note, the look back, Send: one page and nothing else. */
export function pulsePage({ form, lang, typed, problem }: PulsePageInput): Page {
  const words = wordsIn(form.welsh ? lang : "en");
  const { say } = words;
  const shown = typed ?? { answers: {}, note: "" };
  const found = problem ? PROBLEMS[problem] : null;
  const message = found && say(found.key, { limit: NOTE_LENGTH, count: shown.note.length });
  const fieldId = found?.field === "first" ? (form.statements[0]?.code ?? "note") : (found?.field ?? "");
  const at = (field: string) => (found?.field === field ? message : null);
  const title = say("pulseTitle");

  const body = html`${message && summary(words, fieldId, message)}<h1>${title}</h1><p class="lede">${form.team}</p><p>${form.waveLabel}</p>${
    form.rehearsal && html`<p class="note">${say("rehearsal")}</p>`
  }<p>${say("pulseIntro", { count: form.statements.length })} ${say("firstStand")}</p>${promise(words, form)}<form id="${FORM}" method="post" action="?lang=${words.lang}">${typed ? null : enterButton(words)}${parts(words, form, shown, at("first"))}${form.noteAllowed && note(words, shown.note, at("note"))}<h2 id="review">${say(
    "reviewHeading",
  )}</h2><p>${say("reviewText")}</p>${errorLine(words, at("send"), "send-error")}<button class="send" id="send"${
    at("send") && html` aria-describedby="send-error"`
  }>${say("send")}</button></form>`;

  return makePage({
    words,
    title: `${message ? say("errorTitle", { title }) : title} - ${form.team}`,
    body,
    status: problem === "not_stored" ? 503 : problem ? 422 : 200,
    organisation: form.organisation,
    switcher: typed
      ? html`${enterButton(words)}${form.welsh && switchButton(words, FORM)}`
      : form.welsh
        ? switchLink(words)
        : null,
  });
}

function summary({ say }: Words, fieldId: string, message: string): Html {
  return html`<div class="sum" role="alert" tabindex="-1" autofocus aria-labelledby="problem"><h2 id="problem">${say("problemHeading")}</h2><ul><li><a href="#${fieldId}">${message}</a></li></ul></div>`;
}

function errorLine({ say }: Words, message: string | null, id: string): Html | null {
  return message === null ? null : html`<p class="err" id="${id}">${say("errorWord")} ${message}</p>`;
}

/** Word for word what the receipt covers; in Welsh a translation of it, and the page says so. */
function promise({ lang, say, day }: Words, { promise: { k, resultsAfter, deletedOn }, receipt }: PulseForm): Html {
  const facts = { k, closesOn: day(resultsAfter), deletesOn: day(deletedOn) };
  const lines = lang === "cy" ? promiseInWelsh(facts) : promiseInWords(facts);
  const more = [
    ["privacy", say("privacyLink")],
    ["questions", say("questionsLink")],
  ] as const;
  return html`<section class="box" aria-labelledby="promise"><h2 id="promise">${say("promiseHeading")}</h2><ol>${lines.map(
    (line) => html`<li>${line}</li>`,
  )}</ol><p class="soft">${say("receiptLabel")} <span class="receipt">${receipt}</span>. ${say("receiptWhy")}</p><p class="soft more">${more.map(
    ([path, label]) =>
      html`<a href="/about/${path}" target="_blank" rel="noopener noreferrer">${label} ${say("newTab")}</a><br>`,
  )}</p></section>`;
}

function parts(words: Words, { statements }: PulseForm, shown: Typed, error: string | null): Html {
  const { say } = words;
  const groups = [
    { heading: say("agreementHeading"), of: statements.filter(({ part }) => part === "agreement") },
    { heading: say("frequencyHeading"), of: statements.filter(({ part }) => part === "frequency") },
    { heading: say("moreHeading"), of: statements.filter(({ part }) => part === "extra" || part === "local") },
  ].filter(({ of }) => of.length > 0);
  let position = 0;
  return html`${groups.map(({ heading, of }, i) => {
    const head = html`<h2>${say("part", { number: i + 1, heading })}</h2>${i === 0 && errorLine(words, error, "first-error")}`;
    const fields = of.map((statement) => {
      position += 1;
      return statementFields(words, statement, position, shown.answers[statement.code]);
    });
    return html`${head}${fields}`;
  })}`;
}

function note(words: Words, typed: string, error: string | null): Html {
  const { say } = words;
  const described = error ? "note-hint note-limit note-error" : "note-hint note-limit";
  return html`<h2><label class="area" for="note">${say("noteLabel")}</label></h2><div${error && html` class="bad"`}><p class="hint" id="note-hint">${say(
    "noteHint",
  )}</p>${errorLine(words, error, "note-error")}<textarea id="note" name="note" rows="5" maxlength="${NOTE_LENGTH}" autocomplete="off" aria-describedby="${described}"${
    error && html` aria-invalid="true"`
  }>
${typed}</textarea><p class="hint" id="note-limit">${say("noteLimit", { limit: NOTE_LENGTH })}</p></div>`;
}
