import { parse } from "csv-parse/sync";
import type { MappingRead, SuggestedMapping } from "#contracts/imports.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { delimiterOf } from "./file/head.ts";
import type { UnitIndex } from "./unit-index.ts";

const UNIT_NAMES =
  /^(unit|team|department|dept|directorate|division|section|ward|level\d|org ?unit|work ?unit)( ?(code|id|name))?$/;
const PARENT_NAMES = /^(parent|agency|organisation|directorate|group|parent ?unit)( ?(code|id|name))?$/;
const ID_NAMES =
  /^(random|id|respondent|participant|response|record|case|uuid|guid|token|key)( ?(id|no|nr|number|code))?$/;

const plain = (heading: string) =>
  heading
    .trim()
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[\s_.-]+/g, " ")
    .toLowerCase();

/**
 * Guesses which column is which: statements by their code in the heading, units by how many values of a few rows are
 * known units (the deepest level that fits is the unit, the one above it the parent), ids by the usual names.
 *
 * @param sample a few rows, looked at and forgotten
 * @param given columns of the statements where a mapping file has named them
 */
export function suggestMapping(
  headings: readonly string[],
  sample: readonly (readonly string[])[],
  byCode: UnitIndex,
  byName: UnitIndex,
  given?: readonly (number | null)[],
): SuggestedMapping {
  const names = headings.map(plain);
  const statements = STATEMENT_CODES.map((code, i) => given?.[i] ?? firstOf(names, (n) => n === code.toLowerCase()));
  const taken = new Set(statements.filter((c) => c !== null));
  const respondent = firstOf(names, (n, i) => !taken.has(i) && ID_NAMES.test(n));
  if (respondent !== null) taken.add(respondent);
  const coded = levels(sample, headings.length, byCode, taken);
  const named = coded.length > 0 ? [] : levels(sample, headings.length, byName, taken);
  const [unit = null, parent = null] = coded.length > 0 ? coded : named;
  const lowest = lowestOf(sample, statements);
  return {
    unit: unit ?? firstOf(names, (n, i) => !taken.has(i) && UNIT_NAMES.test(n)),
    unitBy: coded.length === 0 && named.length > 0 ? "name" : "code",
    parent: parent ?? (unit === null ? firstOf(names, (n, i) => !taken.has(i) && PARENT_NAMES.test(n)) : null),
    respondent,
    statements,
    lowest,
  };
}

function firstOf(names: readonly string[], fits: (name: string, i: number) => boolean): number | null {
  const i = names.findIndex(fits);
  return i < 0 ? null : i;
}

/** Columns in which nearly every value is a known unit, the deepest level first. */
function levels(
  sample: readonly (readonly string[])[],
  width: number,
  index: UnitIndex,
  taken: ReadonlySet<number>,
): number[] {
  const fitting: { column: number; depth: number }[] = [];
  for (let column = 0; column < width; column++) {
    if (taken.has(column)) continue;
    const values = sample.map((row) => (row[column] ?? "").trim()).filter((v) => v !== "");
    const found = values.map((v) => index.find(v)).filter((i) => i >= 0);
    if (values.length === 0 || found.length * 10 < values.length * 8) continue;
    const depth = found.reduce((sum, i) => sum + (index.units[i]?.path.length ?? 0), 0) / found.length;
    fitting.push({ column, depth });
  }
  return fitting.toSorted((a, b) => b.depth - a.depth).map((f) => f.column);
}

/** 0 when the sample has zeros and no fives, else 1. */
function lowestOf(sample: readonly (readonly string[])[], statements: readonly (number | null)[]): number {
  const values = new Set(sample.flatMap((row) => statements.map((c) => (c === null ? "" : (row[c] ?? "").trim()))));
  return values.has("0") && !values.has("5") ? 0 : 1;
}

/**
 * Reads a mapping file: a table with the columns `statement` (D1..E6) and `column` (a heading of the answers file).
 * @returns twelve columns, null where the file names none, and what is wrong in words
 */
export function readMappingFile(text: string, headings: readonly string[]): MappingRead {
  const statements: (number | null)[] = STATEMENT_CODES.map(() => null);
  const clean = text.replace(/^\uFEFF/, "").trim();
  const [first, ...rows] = tableOf(clean);
  const names = (first ?? []).map(plain);
  const [statementAt, columnAt] = [names.indexOf("statement"), names.indexOf("column")];
  if (statementAt < 0 || columnAt < 0) {
    return { statements, problems: ["A mapping file has the columns “statement” and “column”."] };
  }
  const problems: string[] = [];
  rows.forEach((row, i) => {
    const code = (row[statementAt] ?? "").trim().toUpperCase();
    const place = (STATEMENT_CODES as readonly string[]).indexOf(code);
    const column = headings.findIndex((h) => plain(h) === plain(row[columnAt] ?? ""));
    if (place < 0) problems.push(`Row ${i + 2} of the mapping names no statement: use D1 to D6 and E1 to E6.`);
    else if (column < 0) problems.push(`Row ${i + 2} of the mapping, ${code}: the file has no such column.`);
    else statements[place] = column;
  });
  return { statements, problems };
}

function tableOf(text: string): string[][] {
  try {
    const delimiter = delimiterOf(text.split(/\r?\n/, 1)[0] ?? "");
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, to: 200 });
  } catch {
    return [];
  }
}
