import { createHash } from "node:crypto";
import { constant, type Html, html } from "./html.ts";
import { SHEET_STYLE, STYLE } from "./style.ts";
import { type Lang, type Words, wordsIn } from "./words.ts";

/** One finished page: all that goes over the wire. */
export type Page = { status: number; headers: Record<string, string>; body: string };

export type PageInput = {
  words: Words;
  title: string;
  body: Html;
  status?: number;
  /** Stands on top. */
  organisation?: string;
  /** The way to the other language. */
  switcher?: Html | null;
  /** For paper: cards and large type. */
  sheet?: boolean;
};

/** What a page may do: show its own styles and send its own form. Nothing is kept, indexed, framed or passed on. */
function headersFor(style: string): Record<string, string> {
  const hash = createHash("sha256").update(style).digest("base64");
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
  };
}

/** Each language named in itself, so that whoever needs it can read it. */
const LANGUAGE_NAMES: Record<Lang, string> = {
  en: wordsIn("en").say("languageName"),
  cy: wordsIn("cy").say("languageName"),
};

/** The other language by a link. Nothing that was typed would come along. */
export function switchLink({ lang, say }: Words): Html {
  const other = lang === "en" ? "cy" : "en";
  return html`<nav class="lang" aria-label="${say("languageNav")}"><a href="?lang=${other}" lang="${other}" hreflang="${other}">${LANGUAGE_NAMES[other]}</a></nav>`;
}

/** The other language by a button of a form, so that the page comes back with everything that was typed. */
export function switchButton({ lang, say }: Words, formId: string): Html {
  const other = lang === "en" ? "cy" : "en";
  return html`<div class="lang" role="group" aria-label="${say("languageNav")}"><button form="${formId}" formaction="?lang=${other}&amp;keep=1" lang="${other}">${LANGUAGE_NAMES[other]}</button></div>`;
}

const SCREEN = constant(STYLE);
const PAPER = constant(STYLE + SHEET_STYLE);
const HEADERS = { screen: headersFor(SCREEN.markup), paper: headersFor(PAPER.markup) };

/** The frame around every page of respondents: no script, no picture, no address but its own. */
export function makePage({ words, title, body, status = 200, organisation, switcher, sheet }: PageInput): Page {
  const page = html`<!DOCTYPE html><html lang="${words.lang}"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width,initial-scale=1"><style>${sheet ? PAPER : SCREEN}</style></head><body><div class="wrap">${
    (organisation || switcher) &&
    html`<header class="top">${organisation && html`<p>${organisation}</p>`}${switcher ?? null}</header>`
  }<main>${body}</main></div></body></html>`;
  return { status, headers: { ...HEADERS[sheet ? "paper" : "screen"] }, body: page.markup };
}
