import { TAKEN_OUT } from "#contracts/notes.ts";

/** Longest note that the database keeps. */
const LENGTH = 1000;

/**
 * The note without these words, wherever they stand in it, whatever their case and however they are spaced; null when they
 * do not stand in it. What is left says that something was taken out, and not how long it was.
 */
export function withoutWords(note: string, words: string): string | null {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
  if (pattern === "") return null;
  const found = new RegExp(pattern, "giu");
  if (!found.test(note)) return null;
  const left = note.replace(found, TAKEN_OUT);
  // One letter taken out many times would make a note longer than it may be: then all of it goes.
  return left.length <= LENGTH ? left : TAKEN_OUT;
}
