import { CsvError, parse } from "csv-parse/sync";
import { EmailAddress } from "#contracts/organisations.ts";
import { MAX_UNITS, UNIT_KINDS, type UnitKind, WORKING_PATTERNS, type WorkingPattern } from "#contracts/register.ts";
import { MAX_FILE_BYTES, STRUCTURE_COLUMNS, type StructureError } from "#contracts/structure.ts";
import type { PlacedRow } from "./structure-rules.ts";

export type ParsedStructure = {
  layout: "structure" | "two-level";
  rows: PlacedRow[];
  errors: StructureError[];
  /** Columns that mean nothing here. */
  ignored: string[];
};

type Column = (typeof STRUCTURE_COLUMNS)[number];
const REQUIRED: readonly Column[] = ["code", "name", "kind", "parent_code"];
/** Agencies and their units in one line each, as published with the Federal Employee Viewpoint Survey. */
const TWO_LEVEL = ["agency_code", "agency", "unit_code", "unit"] as const;

const ALIASES: Record<string, Column> = {
  parent: "parent_code",
  supervisor: "supervisor_email",
  supervisor_e_mail: "supervisor_email",
  head_count: "headcount",
  pattern: "working_pattern",
};
const MAX_COLUMNS = 50;
const MAX_LINE = 20_000;

/**
 * Reads a structure file. Never throws for anything in the file: what is wrong comes back as errors by row (the header is
 * row 1) and column, in words. Accepts comma, semicolon or tab; UTF-8 with or without BOM, else Windows-1252.
 */
export function structureFile(bytes: Uint8Array): ParsedStructure {
  const nothing = { layout: "structure" as const, rows: [], ignored: [] };
  const problem = bytesProblem(bytes);
  if (problem) return { ...nothing, errors: [whole(problem)] };
  const text = decode(bytes);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_LINE,
      to: MAX_UNITS + 2,
    }) as unknown as typeof records;
  } catch (error) {
    return { ...nothing, errors: [parseError(error)] };
  }
  const [head, ...body] = records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  if (!head || body.length === 0) return { ...nothing, errors: [whole("The file has no rows below its header.")] };
  if (body.length > MAX_UNITS) {
    return { ...nothing, errors: [whole(`The file has more than ${MAX_UNITS.toLocaleString("en-GB")} rows.`)] };
  }
  const names = head.cells.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, "_"));
  const errors = headerErrors(names);
  if (errors.length > 0) return { ...nothing, errors };
  const wide: StructureError[] = [];
  const lines = body.filter(({ cells, line }) => {
    if (cells.length === names.length) return true;
    wide.push({
      row: line,
      column: null,
      message: `This row has ${cells.length} cells and the header ${names.length}. Is there a stray separator or quote?`,
    });
    return false;
  });
  const read = isTwoLevel(names) ? readTwoLevel(names, lines) : readStructure(names, lines);
  read.errors = [...wide, ...read.errors].sort((a, b) => a.row - b.row);
  return read;
}

type Line = { cells: string[]; line: number };
const whole = (message: string): StructureError => ({ row: 0, column: null, message });
const isTwoLevel = (names: readonly string[]) => TWO_LEVEL.every((name) => names.includes(name));
const known = (name: string): Column | null =>
  ALIASES[name] ?? (STRUCTURE_COLUMNS as readonly string[]).find((c): c is Column => c === name) ?? null;

export function bytesProblem(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "The file is empty.";
  if (bytes.length > MAX_FILE_BYTES) return "The file must be smaller than 5 MB.";
  const [a, b] = bytes;
  if (a === 0x50 && b === 0x4b) return "This is a spreadsheet or a zip file. Save it as CSV first.";
  if (a === 0x1f && b === 0x8b) return "This file is compressed. Unpack it first.";
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return "This file is in UTF-16. Save it as CSV in UTF-8.";
  return bytes.includes(0) ? "The file holds NUL bytes, so it is not a text file. Save it as CSV in UTF-8." : null;
}

export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The separator that stands most often in the header; names of columns hold none. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, MAX_LINE).split(/\r?\n|\r/, 1)[0] ?? "";
  const count = (separator: string) => head.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

export function parseError(error: unknown): StructureError {
  if (!(error instanceof CsvError)) throw error;
  const row = typeof error.lines === "number" ? error.lines : 0;
  const message =
    error.code === "CSV_MAX_RECORD_SIZE"
      ? "One row is far too long. Is a quote never closed, or is this not a CSV file?"
      : "A quote in this row is opened and never closed, or stands in the middle of a cell.";
  return { row, column: null, message };
}

function headerErrors(names: readonly string[]): StructureError[] {
  const wrong = (message: string): StructureError => ({ row: 1, column: null, message });
  if (names.length > MAX_COLUMNS) return [wrong(`The header has more than ${MAX_COLUMNS} columns.`)];
  const columns = isTwoLevel(names) ? names : names.map((name) => known(name) ?? name);
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (twice) return [wrong(`The column ${twice} stands twice in the header.`)];
  if (isTwoLevel(names)) return [];
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  if (missing.length === 0) return [];
  const words = missing.length === 1 ? `The column ${missing[0]} is` : `The columns ${missing.join(", ")} are`;
  return [wrong(`${words} missing from the header.`)];
}

function readStructure(names: readonly string[], lines: readonly Line[]): ParsedStructure {
  const errors: StructureError[] = [];
  const at = new Map(names.map((name, index) => [known(name), index]));
  const rows = lines.map(({ cells, line }): PlacedRow => {
    const cell = (column: Column): string => cells[at.get(column) ?? -1] ?? "";
    const wrong = (column: Column, message: string) => {
      errors.push({ row: line, column, message });
      return null;
    };
    return {
      line,
      code: cell("code"),
      name: cell("name"),
      kind: kindOf(cell("kind")) ?? wrong("kind", "Write unit or team.") ?? "unit",
      parentCode: cell("parent_code") || null,
      supervisorEmail: emailOf(cell("supervisor_email"), (message) => wrong("supervisor_email", message)),
      headcount: headcountOf(cell("headcount"), (message) => wrong("headcount", message)),
      workingPattern: patternOf(cell("working_pattern"), (message) => wrong("working_pattern", message)),
    };
  });
  return { layout: "structure", rows, errors, ignored: names.filter((name) => name !== "" && known(name) === null) };
}

/**
 * One row per unit with its agency beside it; agencies are units of the first level. A unit with its agency's own code is
 * the agency itself and gets no row of its own: its people sit directly in the agency. Both levels are units, not teams:
 * they have no supervisor who could assess them.
 */
function readTwoLevel(names: readonly string[], lines: readonly Line[]): ParsedStructure {
  const errors: StructureError[] = [];
  const agencies = new Map<string, PlacedRow>();
  const units: PlacedRow[] = [];
  const cell = (cells: readonly string[], name: string): string => cells[names.indexOf(name)] ?? "";
  for (const { cells, line } of lines) {
    const [agencyCode, agency] = [cell(cells, "agency_code"), cell(cells, "agency")];
    const first = agencies.get(agencyCode);
    if (!first) agencies.set(agencyCode, { line, code: agencyCode, name: agency, kind: "unit", parentCode: null });
    else if (first.name !== agency) {
      errors.push({
        row: line,
        column: "agency",
        message: `${agencyCode} is called ${first.name} in row ${first.line}. One code has one name.`,
      });
    }
    const code = cell(cells, "unit_code");
    if (code !== agencyCode) {
      units.push({ line, code, name: cell(cells, "unit"), kind: "unit", parentCode: agencyCode });
    }
  }
  const meant: readonly string[] = TWO_LEVEL;
  return {
    layout: "two-level",
    rows: [...agencies.values(), ...units],
    errors,
    ignored: names.filter((name) => name !== "" && !meant.includes(name)),
  };
}

type Refuse = (message: string) => null;

const kindOf = (text: string): UnitKind | null => UNIT_KINDS.find((kind) => kind === text.toLowerCase()) ?? null;

function emailOf(text: string, refuse: Refuse): string | null {
  if (text === "") return null;
  const read = EmailAddress.safeParse(text);
  return read.success ? read.data : refuse("Write an e-mail address like name@example.org.");
}

function headcountOf(text: string, refuse: Refuse): number | null {
  if (text === "") return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : refuse("Write a whole number from 0 to 100,000.");
}

function patternOf(text: string, refuse: Refuse): WorkingPattern | null {
  if (text === "") return null;
  const plain = text.toLowerCase().replace(/^on[ -]?/, "");
  return WORKING_PATTERNS.find((pattern) => pattern === plain) ?? refuse("Write site, hybrid or remote.");
}
