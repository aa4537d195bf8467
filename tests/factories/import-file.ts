import type { ImportOptions, ImportView } from "#contracts/imports.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import type { Caller } from "./organisation.ts";

export const HEADINGS = ["id", "unit", ...STATEMENT_CODES];

/** Rows of made-up people: `people` in each unit, answers 1..5 in turn. */
export function answerRows(people: Record<string, number>): string[][] {
  let n = 0;
  return Object.entries(people).flatMap(([unit, size]) =>
    Array.from({ length: size }, () => {
      n += 1;
      return [`p${n}`, unit, ...STATEMENT_CODES.map((_, i) => String(((n + i) % 5) + 1))];
    }),
  );
}

export const csv = (rows: readonly (readonly string[])[], delimiter = ","): Buffer =>
  Buffer.from(`${[HEADINGS, ...rows].map((row) => row.join(delimiter)).join("\n")}\n`);

/** Sends a file as the screen does, in pieces. */
export async function upload(
  caller: Caller,
  bytes: Buffer,
  fileName = "answers.csv",
  piece = 500,
): Promise<ImportView> {
  const { importId } = await caller.imports.start({ fileName, fileSize: bytes.length });
  const size = Math.max(piece, Math.ceil(bytes.length / 100));
  let position = 0;
  for (let at = 0; at < bytes.length; at += size) {
    const base64 = bytes.subarray(at, at + size).toString("base64");
    await caller.imports.receive({ importId, position, base64 });
    position += 1;
  }
  return caller.imports.finish({ importId, chunks: position });
}

/** The options that fit `csv`. */
export function plainOptions(changes: Partial<ImportOptions> = {}): ImportOptions {
  return {
    unit: 1,
    unitBy: "code",
    parent: null,
    respondent: 0,
    statements: STATEMENT_CODES.map((_, i) => i + 2),
    lowest: 1,
    words: null,
    reversed: false,
    notApplicable: ["NA"],
    label: "Autumn 2025",
    closedOn: "2025-11-30",
    ...changes,
  };
}
