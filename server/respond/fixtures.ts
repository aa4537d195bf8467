import { STATEMENTS } from "#content/statements.ts";
import { WELSH_DRAFTS } from "#content/welsh-statements.ts";
import type { DecisionsPage, PulseForm } from "#contracts/pulse.ts";
import { axisOf, STATEMENT_CODES } from "#contracts/statements.ts";
import { decisionsPage, leafletPage, linkSheet, noticePage, type Page, plainPage, pulsePage } from "./index.ts";

/** A wave of the twelve with one extra and one of HR's own, which has no Welsh words. For tests. */
export function aForm(changes: Partial<PulseForm> = {}): PulseForm {
  return {
    organisation: "Northbridge Borough Council",
    team: "Housing repairs North",
    waveLabel: "Autumn 2026",
    promise: { k: 7, resultsAfter: "2026-12-04", deletedOn: "2027-06-01" },
    receipt: "0123456789abcdef".repeat(4),
    statements: [
      ...STATEMENT_CODES.map((code) => ({
        code,
        part: axisOf(code) === "direction" ? ("agreement" as const) : ("frequency" as const),
        en: STATEMENTS[code].member,
        cy: WELSH_DRAFTS[code],
      })),
      { code: "X1", part: "extra", en: "When I raised a problem, I got an answer.", cy: WELSH_DRAFTS.X1 },
      { code: "L1", part: "local", en: "I can reach the depot by bus for the first shift.", cy: null },
    ],
    noteAllowed: true,
    welsh: true,
    rehearsal: false,
    ...changes,
  };
}

export function someDecisions(changes: Partial<DecisionsPage> = {}): DecisionsPage {
  return {
    organisation: "Northbridge Borough Council",
    team: "Housing repairs North",
    waveLabel: "Autumn 2026",
    rehearsal: false,
    youSaid: ["Most of you know what the team is aiming for."],
    decided: [
      { what: "One list of jobs is handed over each evening.", dueOn: "2026-12-20", ended: null },
      { what: "Mondays begin with why.", dueOn: null, ended: { on: "2026-10-05", outcome: "kept" } },
    ],
    asked: [
      {
        of: "Housing",
        need: "A second van until the backlog is cleared.",
        on: "2026-11-02",
        answer: { kind: "yes_by", by: "2026-12-01", sentence: "It comes three days a week." },
        answeredOn: "2026-11-09",
      },
      { of: "Housing", need: "The stock list on phones.", on: "2026-11-20", answer: null, answeredOn: null },
    ],
    ...changes,
  };
}

const LINK = "https://bearing.example.gov.uk/r/northbridge.HR-N.0123456789abcdefghjkmnpqrs";
export const SHEET = {
  organisation: "Northbridge",
  team: "Depot",
  waveLabel: "Autumn 2026",
  openUntil: "2026-12-04",
  welsh: true,
  links: [LINK],
};

/** One page of each kind and state, for what must hold on all of them. */
export const EVERY_PAGE: Record<string, Page> = {
  form: pulsePage({ form: aForm(), lang: "en" }),
  "form in Welsh": pulsePage({ form: aForm(), lang: "cy" }),
  "form without Welsh or note": pulsePage({ form: aForm({ welsh: false, noteAllowed: false }), lang: "cy" }),
  rehearsal: pulsePage({ form: aForm({ rehearsal: true }), lang: "en" }),
  "nothing said": pulsePage({
    form: aForm(),
    lang: "cy",
    typed: { answers: {}, note: "" },
    problem: "nothing_said",
  }),
  "note too long": pulsePage({
    form: aForm(),
    lang: "en",
    typed: { answers: { D1: 5, E2: 0 }, note: "\nx <b>" },
    problem: "note_too_long",
  }),
  "not stored": pulsePage({
    form: aForm(),
    lang: "en",
    typed: { answers: { D1: 5 }, note: "" },
    problem: "not_stored",
  }),
  received: plainPage("received", "cy", "/d/northbridge.HR-N"),
  closed: plainPage("closed", "en"),
  expired: plainPage("expired", "cy"),
  unknown: plainPage("unknown", "en"),
  refused: plainPage("refused", "en"),
  unavailable: plainPage("unavailable", "cy"),
  "no decisions": plainPage("decisions_unknown", "en"),
  decisions: decisionsPage(someDecisions(), "en", "/d/northbridge.HR-N/notice"),
  "decisions in Welsh": decisionsPage(someDecisions(), "cy", "/d/northbridge.HR-N/notice"),
  "nothing decided": decisionsPage(
    someDecisions({ waveLabel: null, youSaid: [], decided: [], asked: [] }),
    "en",
    "/d/northbridge.HR-N/notice",
  ),
  notice: noticePage(someDecisions(), "en", "https://bearing.example.gov.uk/d/northbridge.HR-N"),
  sheet: linkSheet(SHEET),
  privacy: leafletPage("privacy"),
  questions: leafletPage("questions"),
  dpia: leafletPage("dpia"),
};

/** The tags of a page, without its style sheet. */
export const tagsOf = (body: string) => body.replace(/<style>.*<\/style>/s, "").match(/<[^>]*>/g) ?? [];
/** What a reader sees of markup. */
export const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
