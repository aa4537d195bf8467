import { FIRST_YEAR, LAST_YEAR, MEASURE_SCALES, type MeasureRow, type MeasureScale } from "#contracts/measures.ts";

/** Which row of a file belongs to which unit and year, and what is wrong with the others. */

export type Unit = { id: string; code: string; name: string };
export type Line = { line: number; unit: string; value: string; year: string | number };
export type Found = {
  rows: MeasureRow[];
  empty: number;
  unknown: string[];
  problems: { row: number; message: string }[];
};

const plain = (text: string) => text.trim().toLowerCase();
const PROBLEMS = 50;

/** A figure as it is published: 54, 54.0, 3,5 or 54%. Null for anything else. */
export function readFigure(text: string): number | null {
  const cleaned = text
    .trim()
    .replace(/%$/, "")
    .trim()
    .replace(/^(-?\d+),(\d+)$/, "$1.$2");
  return /^-?\d+(\.\d+)?$/.test(cleaned) ? Number(cleaned) : null;
}

/**
 * A unit is found by its code, else by its name; a name that two units share finds neither.
 *
 * @param stored what is kept now, by `unit id year`
 */
export function findRows(
  lines: readonly Line[],
  units: readonly Unit[],
  stored: ReadonlyMap<string, number>,
  scale: MeasureScale,
): Found {
  const byCode = new Map(units.map((unit) => [plain(unit.code), unit]));
  const byName = new Map<string, Unit | null>();
  for (const unit of units) byName.set(plain(unit.name), byName.has(plain(unit.name)) ? null : unit);
  const found: Found = { rows: [], empty: 0, unknown: [], problems: [] };
  const first = new Map<string, number>();
  const wrong = (row: number, message: string) => {
    if (found.problems.length < PROBLEMS) found.problems.push({ row, message });
  };
  for (const { line, unit: named, value: text, year: given } of lines) {
    if (text.trim() === "") {
      found.empty += 1;
      continue;
    }
    const unit = byCode.get(plain(named)) ?? byName.get(plain(named));
    if (!unit) {
      if (!found.unknown.includes(named)) found.unknown.push(named);
      continue;
    }
    const [year, value] = [Number(given), readFigure(text)];
    const { least, most } = MEASURE_SCALES[scale];
    const key = `${unit.id} ${year}`;
    const before = first.get(key);
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) wrong(line, `“${given}” is not a year.`);
    else if (value === null) wrong(line, `“${text}” is not a figure.`);
    else if (value < least || value > most) wrong(line, `${text} is not between ${least} and ${most}.`);
    else if (before !== undefined) wrong(line, `${unit.name} ${year} stands in row ${before} already.`);
    else {
      first.set(key, line);
      found.rows.push({ unitId: unit.id, name: unit.name, year, value, was: stored.get(key) ?? null });
    }
  }
  return found;
}
