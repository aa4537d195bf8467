import { expect, test } from "vitest";
import { waitingTitle } from "./words.ts";

test.each([
  [null, 0, "Nothing is waiting"],
  [null, 1, "One decision waits for you"],
  [null, 3, "3 decisions wait for you"],
  ["Legal", 0, "Longest without a word: Legal"],
  ["Legal", 2, "Longest without a word: Legal. 2 decisions wait for you"],
])("%s and %i decisions", (longest, decisions, words) => expect(waitingTitle(longest, decisions)).toBe(words));
