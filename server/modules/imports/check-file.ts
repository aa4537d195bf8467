import type { FileFacts, ImportOptions } from "#contracts/imports.ts";
import { type CheckedRows, checkRows } from "./check-rows.ts";
import { NotUtf8 } from "./file/problem.ts";
import { readRows } from "./file/rows.ts";
import type { Source } from "./file/text.ts";
import type { UnitIndex } from "./unit-index.ts";

/**
 * Reads a whole file and checks every row. Memory holds the packed answers and nothing of the text.
 *
 * @param progress called now and then with the bytes read so far
 * @throws FileProblem in words
 */
export async function checkFile(
  source: Source,
  file: FileFacts,
  options: ImportOptions,
  index: UnitIndex,
  k: number,
  progress: (bytes: number) => Promise<void> = async () => {},
): Promise<CheckedRows> {
  try {
    return await read(file.encoding);
  } catch (error) {
    // The beginning was plain ASCII and something later is not UTF-8: from the start again.
    if (error instanceof NotUtf8 && file.encoding === "utf-8") return await read("windows-1252");
    throw error;
  }

  async function read(encoding: FileFacts["encoding"]): Promise<CheckedRows> {
    const check = checkRows(options, file.headings, index);
    const rows = readRows(counted(source, progress), { delimiter: file.delimiter, encoding });
    for await (const row of rows) check.add(row.number, row.cells);
    return check.finish(k);
  }
}

function counted(source: Source, progress: (bytes: number) => Promise<void>): Source {
  return async function* () {
    let bytes = 0;
    for await (const piece of source()) {
      yield piece;
      bytes += piece.length;
      await progress(bytes);
    }
  };
}
