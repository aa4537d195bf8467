/**
 * English words of the respondent's pages. `{name}` is filled in. A message with a count has one form for each form of the
 * language (CLDR); English has two.
 */
export type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";
export type Message = string | (Partial<Record<PluralForm, string>> & { other: string });

export const EN = {
  languageName: "English",
  languageNav: "Language",
  errorTitle: "Error: {title}",

  pulseTitle: "How is work in your team?",
  pulseIntro: {
    one: "{count} statement, about two minutes. Leave out any you like.",
    other: "{count} statements, about two minutes. Leave out any you like.",
  },
  firstStand: "If you have already answered, your first answers stand.",
  rehearsal: "This is a rehearsal, to try things out. It is not the real thing, and nothing sent here counts.",
  promiseHeading: "What you are promised",
  receiptLabel: "Receipt of this promise:",
  receiptWhy: "It is the same for everybody in this wave and cannot be changed now that the wave is open.",
  privacyLink: "Privacy notice",
  questionsLink: "Ten questions staff ask",
  newTab: "(opens in a new tab)",

  part: "Part {number}: {heading}",
  agreementHeading: "How do you see it?",
  frequencyHeading: "In the last four weeks, how often was this true?",
  moreHeading: "A little more",
  agreement1: "Strongly disagree",
  agreement2: "Disagree",
  agreement3: "Neither",
  agreement4: "Agree",
  agreement5: "Strongly agree",
  frequency1: "Never",
  frequency2: "Rarely",
  frequency3: "Sometimes",
  frequency4: "Mostly",
  frequency5: "Always",
  doesNotApply: "Does not apply",

  noteLabel: "Is there anything else? (optional)",
  noteHint:
    "Do not name people, and do not write what shows who you are. Notes are kept apart from answers. HR may take words out. They are shown only in groups of ten or more.",
  noteLimit: "Up to {limit} characters.",

  reviewHeading: "Before you send",
  reviewText: "Look over your answers. Blanks are fine. You cannot change anything after sending.",
  send: "Send",

  problemHeading: "There is a problem",
  errorWord: "Error:",
  nothingSaid: "Answer at least one statement, or write a note",
  noteTooLong: "The note must be {limit} characters or less. It has {count}",
  notStored: "We could not store your answers. Everything is still here: wait a minute, then press Send again",

  receivedTitle: "Received. You can close this page.",
  receivedText: "Thank you.",
  receivedDecisions: "What your team decides will stand here",
  closedTitle: "This wave has closed",
  closedText: "Answers can no longer be sent. If you sent yours before it closed, they count.",
  expiredTitle: "This link is out of date",
  expiredText: "It belongs to an earlier wave. When the next wave opens, you will be sent a new link.",
  unknownTitle: "We do not know this link",
  unknownText:
    "Check that you have the whole address, or scan the code again. If that does not help, ask whoever gave you the link. They cannot see whether you have answered.",
  refusedTitle: "We could not read what was sent",
  refusedText: "Nothing was stored. Go back, reload the page and try again.",
  unavailableTitle: "This page is not working just now",
  unavailableText: "Nothing is lost. Wait a minute and try again. Your link stays good until the wave closes.",

  decisionsTitle: "You said, we decided",
  youSaid: "You said",
  youSaidWave: "{wave}. Published results only.",
  youSaidNone: "No results to show for this team yet, or too few people answered.",
  weDecided: "We decided",
  decidedNone: "Nothing has been decided yet.",
  dueOn: "By {date}.",
  endedKept: "Done on {date}. We keep it.",
  endedChanged: "Ended on {date}. We changed it.",
  endedStopped: "Stopped on {date}.",
  askedOthers: "What we asked others, and their answer",
  askedNone: "Nothing has been asked of others.",
  askedOf: "Asked of {of} on {date}:",
  answerWaiting: "No answer yet.",
  answerYesBy: "Yes, by {date}.",
  answerInPart: "In part.",
  answerNoBecause: "No, because:",
  answerNotMine: "Passed up.",
  decisionsUnknownTitle: "There is no such page",
  decisionsUnknownText: "Check that you have the whole address, or ask your supervisor for it.",
  printNotice: "Print this for the noticeboard",
  noticeScan: "Read this on your phone, always up to date",

  sheetTitle: "Cards for {team}",
  sheetHow:
    "Cut along the lines and let people take one each, face down. Do not note who took which. Throw away what is left when the wave closes.",
  sheetCount: { one: "{count} card", other: "{count} cards" },
  cardText: "Two minutes, no name. Scan the code or type the address. It works once. Open until {date}.",
} as const satisfies Record<string, Message>;

export type MessageKey = keyof typeof EN;
