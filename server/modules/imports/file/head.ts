import { parse } from "csv-parse/sync";
import type { FileFacts } from "#contracts/imports.ts";
import { FileProblem, LIMITS, NotUtf8 } from "./problem.ts";
import { isCompressed, readText, type Encoding, type Source } from "./text.ts";

/** Rows looked at to guess which column is which. */
const SAMPLE_ROWS = 200;
const DELIMITERS = [",", ";", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];

export type Head = FileFacts & {
  /** A few rows as they stand. Answers of people: for guessing in memory only, never stored or shown. */
  sample: string[][];
};

/**
 * Reads the beginning of a file: encoding, delimiter, headings and a few rows.
 * @throws FileProblem in words
 */
export async function readHead(source: Source): Promise<Head> {
  const compressed = await isCompressed(source);
  try {
    return { compressed, encoding: "utf-8", ...(await headOf(source, "utf-8")) };
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return { compressed, encoding: "windows-1252", ...(await headOf(source, "windows-1252")) };
  }
}

async function headOf(source: Source, encoding: Encoding) {
  let text = "";
  let ended = true;
  for await (const piece of readText(source, encoding)) {
    text += piece;
    if (text.length > LIMITS.row) {
      ended = false;
      break;
    }
  }
  const firstLine = lineOf(text);
  if (firstLine === null && !ended) throw new FileProblem("The first row is too long to be a row of headings.");
  const delimiter = delimiterOf(firstLine ?? text);
  // A row that was cut off at the end of the piece would read as one that is too short.
  const whole = ended ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  const [headings = [], ...sample] = rowsOf(whole, delimiter);
  checkHeadings(headings);
  return { delimiter, headings: headings.map((h) => h.trim()), sample };
}

function rowsOf(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, to: SAMPLE_ROWS + 1 });
  } catch {
    throw new FileProblem(
      `The quotation marks in the first ${SAMPLE_ROWS} rows do not match. Save the sheet as CSV again.`,
    );
  }
}

/** The first line, quoted line breaks included; null when it does not end. */
function lineOf(text: string): string | null {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    else if (!quoted && (c === "\n" || c === "\r")) return text.slice(0, i);
  }
  return null;
}

/** The one that stands most often outside quotation marks in the row of headings. */
export function delimiterOf(line: string): Delimiter {
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((d) => [d, bare.split(d).length - 1] as const);
  const [delimiter, count] = counts.reduce((best, next) => (next[1] > best[1] ? next : best));
  if (count === 0) {
    throw new FileProblem("The file has one column only. Columns are separated by a comma, a semicolon or a tab.");
  }
  return delimiter;
}

/** @throws FileProblem when the first row cannot be a row of headings */
export function checkHeadings(headings: readonly string[]): void {
  if (headings.length > LIMITS.columns) {
    throw new FileProblem(`The file has more than ${LIMITS.columns.toLocaleString("en-GB")} columns.`);
  }
  headings.forEach((heading, i) => {
    const column = `The heading of column ${i + 1}`;
    if (heading.length > 500) throw new FileProblem(`${column} is longer than 500 characters.`);
    // A spreadsheet would run it as a formula on the machine of whoever opens an export.
    if (/^\s*[=+@]|^\s*-\D/.test(heading)) {
      throw new FileProblem(`${column} begins like a formula. Rename it, so that it begins with a letter.`);
    }
  });
  const named = headings.filter((h) => h.trim() !== "");
  const plain = named.filter((h) => /^\s*[-+]?[\d.,]+\s*$/.test(h)).length;
  const repeated = named.length - new Set(named).size;
  // Without headings the first row is somebody's answers, and headings are shown.
  if (plain > 2 || plain * 2 > named.length || repeated * 2 > named.length) {
    throw new FileProblem("The first row must hold the names of the columns, and it does not look like that.");
  }
}
