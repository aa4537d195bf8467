import { PRIORITIES } from "#contracts/plans.ts";

/** Which priorities stay, move, end and begin. A priority that is reworded is a new one: teams have linked to the words. */

export type Live = { id: string; position: number; words: string };
export type Change = {
  end: string[];
  move: { id: string; position: number }[];
  begin: { position: number; words: string }[];
};

const plain = (words: string) => words.trim().replace(/\s+/g, " ");

/** @param wanted in order; empty ones are left out, so that clearing a line moves the ones below it up */
export function changeOf(live: readonly Live[], wanted: readonly string[]): Change {
  const words = wanted.map(plain).filter((text) => text !== "");
  const change: Change = { end: [], move: [], begin: [] };
  for (const [index, text] of words.slice(0, PRIORITIES).entries()) {
    const known = live.find((priority) => plain(priority.words) === text);
    if (!known) change.begin.push({ position: index + 1, words: text });
    else if (known.position !== index + 1) change.move.push({ id: known.id, position: index + 1 });
  }
  change.end = live.filter((priority) => !words.includes(plain(priority.words))).map(({ id }) => id);
  return change;
}

export function isUnchanged({ end, move, begin }: Change): boolean {
  return end.length + move.length + begin.length === 0;
}

/** Somebody has changed the list since it was read. */
export function hasMoved(live: readonly Live[], basedOn: readonly string[]): boolean {
  return live.length !== basedOn.length || live.some(({ id }) => !basedOn.includes(id));
}

/** What is wrong with the words of each line, by field. */
export function lineProblems(wanted: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    wanted.flatMap((words, index) => {
      const length = plain(words).length;
      return length > 0 && length < 3 ? [[`priorities.${index}`, "Use at least three characters."]] : [];
    }),
  );
}
