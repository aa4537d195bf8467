import { html } from "./html.ts";
import { makePage, type Page } from "./page.ts";
import { qrCode } from "./qr.ts";
import { type Lang, wordsIn } from "./words.ts";

export type LinkSheet = {
  organisation: string;
  team: string;
  waveLabel: string;
  /** The last day on which the links work, ISO date. */
  openUntil: string;
  /** Cards in Welsh too. */
  welsh: boolean;
  /** Whole addresses, one a person. */
  links: readonly string[];
};

/**
 * Cards to cut out for people without e-mail. They stand in the order of their addresses, which end in a keyed hash: the
 * place of a card says nothing of a person's place on a list. No name, and no number of a card.
 */
export function linkSheet({ organisation, team, waveLabel, openUntil, welsh, links }: LinkSheet): Page {
  const words = wordsIn("en");
  const languages: Lang[] = welsh ? ["en", "cy"] : ["en"];
  return makePage({
    words,
    title: `${words.say("sheetTitle", { team })} - ${waveLabel}`,
    organisation,
    sheet: true,
    body: html`<h1>${words.say("sheetTitle", { team })}</h1><p>${waveLabel}. ${words.say("sheetCount", { count: links.length })}.</p><p>${words.say("sheetHow")}</p><div class="cards">${inOrderOfSecrets(
      links,
    ).map(
      (link) =>
        html`<div class="card">${qrCode(link)}${languages.map((lang) => {
          const { say, day } = wordsIn(lang);
          return html`<p lang="${lang}">${say("cardText", { date: day(openUntil) })}</p>`;
        })}<code>${link}</code></div>`,
    )}</div>`,
  });
}

function inOrderOfSecrets(links: readonly string[]): string[] {
  const secret = (link: string) => link.slice(link.lastIndexOf(".") + 1);
  return [...links].sort((a, b) => (secret(a) < secret(b) ? -1 : 1));
}
