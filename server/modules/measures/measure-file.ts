import { CsvError, parse } from "csv-parse/sync";
import { MEASURE_FILE_BYTES, MEASURE_ROWS } from "#contracts/measures.ts";

export type MeasureLine = { line: number; cells: string[] };
export type ParsedMeasure = { columns: string[]; lines: MeasureLine[]; problem: string | null };

const MAX_COLUMNS = 100;
const MAX_LINE = 20_000;

const wrong = (problem: string): ParsedMeasure => ({ columns: [], lines: [], problem });

/**
 * Reads a CSV of any columns. Never throws for anything in the file: what is wrong is said in words. Accepts comma,
 * semicolon or tab; UTF-8 with or without BOM, else Windows-1252.
 */
export function measureFile(bytes: Uint8Array): ParsedMeasure {
  if (bytes.length === 0) return wrong("The file is empty.");
  if (bytes.length > MEASURE_FILE_BYTES) return wrong("The file must be smaller than 2 MB.");
  if (bytes.includes(0) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) {
    return wrong("This is not a text file. Save it as CSV in UTF-8.");
  }
  const text = decode(bytes);
  const head = text.slice(0, MAX_LINE).split(/\r?\n|\r/, 1)[0] ?? "";
  const delimiter = [",", ";", "\t"].reduce((best, next) =>
    head.split(next).length > head.split(best).length ? next : best,
  );
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_LINE,
      to: MEASURE_ROWS + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return read(records.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return wrong("A quote is opened and never closed, or one row is far too long. Is this a CSV file?");
  }
}

function read([head, ...lines]: MeasureLine[]): ParsedMeasure {
  if (!head || lines.length === 0) return wrong("The file has no rows below its header.");
  if (lines.length > MEASURE_ROWS) return wrong(`The file has more than ${MEASURE_ROWS.toLocaleString("en-GB")} rows.`);
  if (head.cells.length > MAX_COLUMNS) return wrong(`The header has more than ${MAX_COLUMNS} columns.`);
  const columns = head.cells;
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (twice) return wrong(`The column ${twice} stands twice in the header.`);
  return { columns, lines, problem: null };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
