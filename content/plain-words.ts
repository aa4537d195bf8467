/**
 * The lint of all advice, and of the local statements of HR: short, plain, no slogans, no words about what somebody is
 * like. It runs in the tests over everything in content, and on the screen over what HR types.
 */
export type WordsFinding = {
  rule: "length" | "sentence" | "reading_age" | "slogan" | "trait_word" | "shouting" | "symmetry" | "number";
  /** For whoever wrote it: what is wrong and what to do. */
  message: string;
};

/** Nothing needs more than a reader of fourteen; twelve to fourteen is what most adults read without effort. */
const READING_AGE = 14;
const WORDS_IN_A_SENTENCE = 25;
const WORDS_IN_A_STATEMENT = 20;

/** Phrases that sound like something and say nothing. */
const SLOGANS = [
  "above and beyond",
  "at pace",
  "best in class",
  "blue sky",
  "burning platform",
  "circle back",
  "culture of excellence",
  "deep dive",
  "extra mile",
  "fail fast",
  "game changer",
  "going forward",
  "hearts and minds",
  "hit the ground running",
  "leverage",
  "low hanging fruit",
  "move the needle",
  "no i in team",
  "one team",
  "on a journey",
  "our journey",
  "outside the box",
  "raise the bar",
  "step change",
  "synergy",
  "synergies",
  "touch base",
  "unlock",
  "walk the talk",
  "win win",
  "world class",
  "empower",
  "empowers",
  "empowered",
  "empowering",
  "empowerment",
] as const;

/** Words about a person's nature. Advice is about what to do; nobody has to be somebody else first. */
const TRAIT_WORDS = [
  "alpha",
  "authentic",
  "born leader",
  "brilliant",
  "charisma",
  "charismatic",
  "control freak",
  "difficult people",
  "difficult person",
  "fearless",
  "gifted",
  "hero",
  "heroic",
  "high performer",
  "high performers",
  "inspirational",
  "inspiring",
  "introvert",
  "extrovert",
  "lazy",
  "low performer",
  "low performers",
  "micromanager",
  "natural leader",
  "passionate",
  "rock star",
  "strong leader",
  "superstar",
  "talented",
  "underperformer",
  "visionary",
  "weak leader",
] as const;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
const sentencesOf = (text: string): string[] => text.split(/[.!?]+(?:\s|$)/).filter((part) => wordsOf(part).length > 0);

export const countWords = (text: string): number => wordsOf(text).length;

/**
 * Syllables by rule: groups of vowels, less a silent ending. Right for nine words in ten, which is what the formula was
 * made with; digits count as one.
 */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  const bare = letters
    .replace(/(?<=[^aeiouy])e$|(?<=[^td])ed$|(?<=[^aeiouscgzx])es$/, (end) => (/le$/.test(letters) ? end : ""))
    .replace(/^y/, "");
  return Math.max(1, bare.match(/[aeiouy]+/g)?.length ?? 1);
}

/**
 * Reading age in years: the Flesch-Kincaid grade, 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and
 * others 1975, report 8-75 of the US Naval Technical Training Command), plus five, the age at which grade 0 begins.
 */
export function readingAge(text: string): number {
  const words = wordsOf(text);
  const sentences = Math.max(1, sentencesOf(text).length);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59 + 5;
}

const flat = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** What is wrong with one text of advice. Empty when nothing is. */
export function lintText(text: string, { words }: { words?: number } = {}): WordsFinding[] {
  const found: WordsFinding[] = [];
  const say = (rule: WordsFinding["rule"], message: string) => found.push({ rule, message });
  const count = countWords(text);
  if (words !== undefined && count > words) say("length", `${count} words. Use at most ${words}.`);
  for (const sentence of sentencesOf(text)) {
    const length = countWords(sentence);
    if (length > WORDS_IN_A_SENTENCE) {
      say("sentence", `A sentence of ${length} words: “${sentence.trim().slice(0, 40)}…”. Make two of it.`);
    }
  }
  const age = readingAge(text);
  if (age > READING_AGE) {
    say(
      "reading_age",
      `Needs a reader of ${Math.ceil(age)}. Use shorter words and sentences, for a reader of ${READING_AGE}.`,
    );
  }
  const plain = flat(text);
  for (const slogan of SLOGANS)
    if (plain.includes(` ${slogan} `)) say("slogan", `“${slogan}”: say what to do instead.`);
  for (const trait of TRAIT_WORDS) {
    if (plain.includes(` ${trait} `)) say("trait_word", `“${trait}” is about what somebody is like. Say what they do.`);
  }
  if (text.includes("!") || /\b\p{Lu}{4,}\b/u.test(text))
    say("shouting", "No exclamation marks and no words in capitals.");
  return found;
}

/** A local statement of HR: one plain sentence. */
export function lintStatement(text: string): WordsFinding[] {
  const found = lintText(text, { words: WORDS_IN_A_STATEMENT });
  if (sentencesOf(text).length > 1) found.push({ rule: "sentence", message: "Use one sentence for each statement." });
  return found;
}
