import { CY } from "#messages/cy.ts";
import { EN, type Message, type MessageKey, type PluralForm } from "#messages/en.ts";

export type Lang = "en" | "cy";

const LOCALE: Record<Lang, string> = { en: "en-GB", cy: "cy-GB" };

export type Words = {
  lang: Lang;
  /** A message, filled in. `count` chooses the form. */
  say: (key: MessageKey, values?: Record<string, string | number>) => string;
  /** "24 November 2026". @param date ISO date */
  day: (date: string) => string;
};

/** The words of one language. */
export function wordsIn(lang: Lang): Words {
  const plural = new Intl.PluralRules(LOCALE[lang]);
  const number = new Intl.NumberFormat(LOCALE[lang]);
  const calendar = new Intl.DateTimeFormat(LOCALE[lang], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return {
    lang,
    say: (key, values = {}) => {
      const message: Message = lang === "cy" ? CY[key].text : EN[key];
      const form = plural.select(Number(values.count ?? 0)) as PluralForm;
      const text = typeof message === "string" ? message : (message[form] ?? message.other);
      return text.replace(/\{([a-z]+)\}/g, (_, name: string) => {
        const value = values[name] ?? "";
        return typeof value === "number" ? number.format(value) : value;
      });
    },
    day: (date) => calendar.format(new Date(`${date}T00:00:00Z`)),
  };
}
