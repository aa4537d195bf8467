import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { FileFacts } from "#contracts/imports.ts";
import { FileProblem, LIMITS } from "./problem.ts";
import { readText, type Source } from "./text.ts";

/** Empty rows are counted, because a spreadsheet counts them, but not given out. */
export type Row = { number: number; cells: string[] };

/**
 * Every row after the headings, one at a time.
 * @throws FileProblem in words; NotUtf8
 */
export async function* readRows(
  source: Source,
  format: Pick<FileFacts, "delimiter" | "encoding">,
): AsyncGenerator<Row> {
  const parser = parse({ delimiter: format.delimiter, relax_column_count: true, max_record_size: LIMITS.row });
  const feeding = pipeline(Readable.from(readText(source, format.encoding)), parser).catch(() => {});
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      if (number > LIMITS.rows) {
        throw new FileProblem(`The file has more than ${LIMITS.rows.toLocaleString("en-GB")} rows. Split it by wave.`);
      }
      if (number === 1 || (cells.length === 1 && cells[0] === "")) continue;
      yield { number, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? inWords(error, number + 1) : error;
  } finally {
    parser.destroy();
    await feeding;
  }
}

/** The parser's own message quotes the file. */
function inWords(error: CsvError, row: number): FileProblem {
  return error.code === "CSV_MAX_RECORD_SIZE"
    ? new FileProblem(`Row ${row} is too long. Is a quotation mark missing there?`)
    : new FileProblem(`The quotation marks in row ${row} do not match. Save the sheet as CSV again.`);
}
