import type { MailKind } from "#contracts/outbox.ts";

/** What a mail is about. Dates are in words: "24 October 2026". */
export type MailFacts = {
  organisation: string;
  wave: string;
  name: string;
  link: string;
  /** Null where the wave opens or closes by hand. */
  opens: string | null;
  closes: string | null;
  k: number;
};
export type MailWords = { subject: string; text: string };

const lines = (...parts: (string | null)[]): string => `${parts.filter((part) => part !== null).join("\n\n")}\n`;

const NOBODY_SEES = (k: number) =>
  `Nobody in your organisation sees your own answers. Results appear only for groups of ${k} or more, and nobody gets a list of who answered. Not answering has no consequence.`;

const WORDS: Partial<Record<MailKind, (facts: MailFacts) => MailWords>> = {
  invitation: ({ organisation, wave, name, link, closes, k }) => ({
    subject: `${wave}: how is work going? Two minutes, without your name`,
    text: lines(
      `Hello ${name},`,
      `${organisation} asks everybody how work is going. It takes about two minutes on any phone, and you do not sign in:`,
      link,
      NOBODY_SEES(k),
      closes && `You can answer until ${closes}.`,
      "The link is yours alone and counts once. Please do not pass it on.",
    ),
  }),
  reminder: ({ wave, name, link, closes, k }) => ({
    subject: `${wave}: a reminder that goes to everyone`,
    text: lines(
      `Hello ${name},`,
      "We send this to everyone because we do not know who has answered. If you have, thank you: nothing more to do.",
      "If you have not, here is your link:",
      link,
      closes && `You can answer until ${closes}.`,
      NOBODY_SEES(k),
    ),
  }),
  confirm_list: ({ wave, name, link, opens }) => ({
    subject: `${wave}: please confirm your list`,
    text: lines(
      `Hello ${name},`,
      `${wave} is being prepared. Please look at the list of your team: take off who has left, put on who has joined, and confirm it.`,
      link,
      opens && `It opens on ${opens}. From then on the list stays as it is.`,
    ),
  }),
  confirm_reminder: ({ wave, name, link, opens }) => ({
    subject: `${wave}: your list is not confirmed yet`,
    text: lines(
      `Hello ${name},`,
      `The list of your team is not confirmed yet. ${opens ? `${wave} opens on ${opens}.` : `${wave} opens soon.`} Somebody who is not on a list is not asked.`,
      link,
    ),
  }),
  results_out: ({ wave, name, link }) => ({
    subject: `${wave}: the results are out`,
    text: lines(
      `Hello ${name},`,
      `The results of ${wave} can be read now, for your own part of the organisation:`,
      link,
    ),
  }),
};

/** The words of a mail, or null for a kind that has none here. */
export function mailWords(kind: MailKind, facts: MailFacts): MailWords | null {
  return WORDS[kind]?.(facts) ?? null;
}
