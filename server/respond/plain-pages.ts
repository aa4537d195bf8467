import type { MessageKey } from "#messages/en.ts";
import { html } from "./html.ts";
import { makePage, type Page, switchLink } from "./page.ts";
import { type Lang, wordsIn } from "./words.ts";

export type PlainKind = "received" | "closed" | "expired" | "unknown" | "refused" | "unavailable" | "decisions_unknown";

const PLAIN: Record<PlainKind, { title: MessageKey; text: MessageKey; status: number }> = {
  received: { title: "receivedTitle", text: "receivedText", status: 200 },
  closed: { title: "closedTitle", text: "closedText", status: 410 },
  expired: { title: "expiredTitle", text: "expiredText", status: 410 },
  unknown: { title: "unknownTitle", text: "unknownText", status: 404 },
  refused: { title: "refusedTitle", text: "refusedText", status: 400 },
  unavailable: { title: "unavailableTitle", text: "unavailableText", status: 503 },
  decisions_unknown: { title: "decisionsUnknownTitle", text: "decisionsUnknownText", status: 404 },
};

/**
 * One heading and one sentence. Says nothing of the link it was asked for, so that it is the same for everybody.
 * @param decisionsPath where the team's decisions stand; the same for the whole team
 */
export function plainPage(kind: PlainKind, lang: Lang, decisionsPath?: string): Page {
  const words = wordsIn(lang);
  const { title, text, status } = PLAIN[kind];
  return makePage({
    words,
    title: words.say(title),
    status,
    // Whoever has chosen Welsh can come back; nobody else needs a switch for one sentence.
    switcher: lang === "cy" && kind !== "received" && kind !== "refused" ? switchLink(words) : null,
    body: html`<h1>${words.say(title)}</h1><p>${words.say(text)}</p>${
      decisionsPath &&
      html`<p><a href="${decisionsPath}${lang === "cy" && "?lang=cy"}">${words.say("receivedDecisions")}</a></p>`
    }`,
  });
}
