import { LEAFLETS, type LeafletName } from "#content/privacy/index.ts";
import { html } from "./html.ts";
import { makePage, type Page } from "./page.ts";
import { wordsIn } from "./words.ts";

/** A leaflet about privacy: the same for every organisation, without an account and without results. */
export function leafletPage(name: LeafletName): Page {
  const { title, intro, sections } = LEAFLETS[name];
  return makePage({
    words: wordsIn("en"),
    title,
    body: html`<h1>${title}</h1><p>${intro}</p>${sections.map(
      ({ heading, lines, list }) =>
        html`<h2>${heading}</h2>${lines.map((line) => html`<p>${line}</p>`)}${
          list && html`<ul>${list.map((line) => html`<li>${line}</li>`)}</ul>`
        }`,
    )}`,
  });
}
