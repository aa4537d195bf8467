import type { DecisionsPage } from "#contracts/pulse.ts";
import type { MessageKey } from "#messages/en.ts";
import { type Html, html } from "./html.ts";
import { makePage, type Page, switchLink } from "./page.ts";
import { qrCode } from "./qr.ts";
import { type Lang, type Words, wordsIn } from "./words.ts";

const ENDED: Record<"kept" | "changed" | "stopped", MessageKey> = {
  kept: "endedKept",
  changed: "endedChanged",
  stopped: "endedStopped",
};
type Asked = DecisionsPage["asked"][number];

/** What a team said, what was decided, what others answered. The same for everybody; in words. */
export function decisionsPage(found: DecisionsPage, lang: Lang, noticePath: string): Page {
  const words = wordsIn(lang);
  return makePage({
    words,
    title: `${words.say("decisionsTitle")} - ${found.team}`,
    organisation: found.organisation,
    switcher: switchLink(words),
    body: html`${decisions(words, found)}<footer class="screen"><a href="${noticePath}${lang === "cy" && "?lang=cy"}">${words.say("printNotice")}</a></footer>`,
  });
}

/** The same on a sheet for the wall, with a code that leads to the page. @param address whole address of the page */
export function noticePage(found: DecisionsPage, lang: Lang, address: string): Page {
  const words = wordsIn(lang);
  return makePage({
    words,
    title: `${words.say("decisionsTitle")} - ${found.team}`,
    organisation: found.organisation,
    switcher: switchLink(words),
    sheet: true,
    body: html`<div class="wall">${decisions(words, found)}</div><footer class="scan">${qrCode(address)}<p>${words.say("noticeScan")}<br>${address}</p></footer>`,
  });
}

function decisions(words: Words, { team, waveLabel, rehearsal, youSaid, decided, asked }: DecisionsPage): Html {
  const { say, day } = words;
  return html`<h1>${say("decisionsTitle")}</h1><p class="lede">${team}</p>${rehearsal && html`<p class="note">${say("rehearsal")}</p>`}<h2>${say("youSaid")}</h2>${
    waveLabel !== null && youSaid.length > 0 && html`<p class="soft">${say("youSaidWave", { wave: waveLabel })}</p>`
  }${list(
    youSaid.map((line) => html`<li>${line}</li>`),
    say("youSaidNone"),
  )}<h2>${say("weDecided")}</h2>${list(
    decided.map(({ what, dueOn, ended }) => {
      const when = ended
        ? say(ENDED[ended.outcome], { date: day(ended.on) })
        : dueOn && say("dueOn", { date: day(dueOn) });
      return html`<li>${what}${when && html` <span class="soft">${when}</span>`}</li>`;
    }),
    say("decidedNone"),
  )}<h2>${say("askedOthers")}</h2>${list(
    asked.map((one) => helpAsked(words, one)),
    say("askedNone"),
  )}`;
}

const list = (items: Html[], none: string): Html =>
  items.length > 0 ? html`<ul>${items}</ul>` : html`<p class="soft">${none}</p>`;

function helpAsked({ say, day }: Words, { of, need, on, answer, answeredOn }: Asked): Html {
  const kinds: Record<NonNullable<Asked["answer"]>["kind"], MessageKey> = {
    yes_by: "answerYesBy",
    in_part: "answerInPart",
    no_because: "answerNoBecause",
    not_mine: "answerNotMine",
  };
  const date = answer?.kind === "yes_by" ? day(answer.by) : "";
  return html`<li><span class="soft">${say("askedOf", { of, date: day(on) })}</span><br>${need}<br>${
    answer === null
      ? html`<strong>${say("answerWaiting")}</strong>`
      : html`<strong>${say(kinds[answer.kind], { date })}</strong> ${answer.sentence}${answeredOn && html` <span class="soft">(${day(answeredOn)})</span>`}`
  }</li>`;
}
