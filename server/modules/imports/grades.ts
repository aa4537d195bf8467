import type { ImportOptions } from "#contracts/imports.ts";

/** Left blank, as stored in a byte. */
export const BLANK = 255;
const GRADES = 5;

/**
 * How an answer reads as a grade: 1..5 from worst to best, 0 = does not apply, BLANK, or -1 when it is on no scale.
 * Values met before are remembered: a file has few different ones.
 */
export function gradeReader(options: Pick<ImportOptions, "lowest" | "words" | "reversed" | "notApplicable">) {
  const known = new Map<string, number>();
  const words = options.words?.map((w) => w.toLowerCase()) ?? null;
  const absent = new Set(options.notApplicable.map((v) => v.toLowerCase()));

  function read(raw: string): number {
    const value = raw.trim().toLowerCase();
    if (value === "") return BLANK;
    if (absent.has(value)) return 0;
    const place = words ? words.indexOf(value) : placeOf(value, options.lowest);
    if (place < 0 || place >= GRADES) return -1;
    return options.reversed ? GRADES - place : place + 1;
  }

  return (raw: string): number => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const grade = read(raw);
    // Bounded: a hostile file has as many different values as it has cells.
    if (known.size < 1000) known.set(raw, grade);
    return grade;
  };
}

/** Whole numbers only; "4.0" is one, because statistics tools write it so. */
function placeOf(value: string, lowest: number): number {
  const whole = /^(-?\d{1,4})(?:[.,]0+)?$/.exec(value)?.[1];
  return whole === undefined ? -1 : Number(whole) - lowest;
}
