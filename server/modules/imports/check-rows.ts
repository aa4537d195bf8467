import { randomInt } from "node:crypto";
import type { CheckReport, ImportOptions, RowError, RowErrorKind } from "#contracts/imports.ts";
import { STATEMENT_CODES, STATEMENTS_PER_AXIS } from "#contracts/statements.ts";
import { BLANK, gradeReader } from "./grades.ts";
import { AMBIGUOUS_UNIT, UNKNOWN_UNIT, type UnitIndex } from "./unit-index.ts";

/** Errors told one by one; the rest is counted. */
const ERRORS_SHOWN = 100;
const WIDTH = STATEMENT_CODES.length;
const FEWEST_ANSWERS = 3;

export type CheckedRows = {
  report: CheckReport;
  /** Positions in the unit index, one per respondent. Meaningless when there are errors. */
  units: Uint32Array;
  /** Twelve per respondent. */
  answers: Uint8Array;
};

export type RowCheck = {
  add(number: number, cells: readonly string[]): void;
  finish(k: number): CheckedRows;
};

/**
 * Checks rows one by one and keeps them packed: thirteen bytes or so per respondent, whatever the file. Respondent ids
 * serve to find duplicates and are kept as hashes under a random seed, for as long as the check runs. A report names rows
 * and columns and never repeats what stands there.
 */
export function checkRows(options: ImportOptions, headings: readonly string[], index: UnitIndex): RowCheck {
  const grade = gradeReader(options);
  const found = errorList(headings);
  const seen = new Set<number>();
  const seed = randomInt(2 ** 31);
  const answered = new Array<number>(WIDTH).fill(0);
  const countedByUnit = new Uint32Array(index.units.length);
  const met = new Uint8Array(index.units.length);
  let units = new Uint32Array(4096);
  let answers = new Uint8Array(4096 * WIDTH);
  let size = 0;
  let counted = 0;

  function unitOf(number: number, cells: readonly string[]): number {
    const own = cells[options.unit]!.trim();
    const above = options.parent === null ? "" : cells[options.parent]!.trim();
    const column = own === "" && above !== "" ? options.parent! : options.unit;
    // Somebody who is in no smaller unit sits directly in the larger one.
    const name = own === "" ? above : own;
    if (name === "") return found.add(number, options.unit, "empty_unit");
    const unit = index.find(name);
    if (unit === UNKNOWN_UNIT) return found.add(number, column, "unknown_unit");
    if (unit === AMBIGUOUS_UNIT) return found.add(number, column, "ambiguous_unit");
    if (own !== "" && above !== "") {
      const parent = index.find(above);
      if (parent === UNKNOWN_UNIT) return found.add(number, options.parent, "unknown_unit");
      if (parent === AMBIGUOUS_UNIT) return found.add(number, options.parent, "ambiguous_unit");
      if (parent !== unit && !index.isBelow(unit, parent)) return found.add(number, options.parent, "wrong_parent");
    }
    return unit;
  }

  function checkId(number: number, cells: readonly string[]): void {
    if (options.respondent === null) return;
    const id = cells[options.respondent]!.trim();
    if (id === "") {
      found.add(number, options.respondent, "empty_id");
      return;
    }
    const hash = hashOf(id, seed);
    if (seen.has(hash)) found.add(number, options.respondent, "duplicate_id");
    seen.add(hash);
  }

  function grow(): void {
    if (size < units.length) return;
    const [more, moreAnswers] = [new Uint32Array(size * 2), new Uint8Array(size * 2 * WIDTH)];
    more.set(units);
    moreAnswers.set(answers);
    [units, answers] = [more, moreAnswers];
  }

  function add(number: number, cells: readonly string[]): void {
    if (cells.length !== headings.length) {
      found.add(number, null, "wrong_width");
      return;
    }
    grow();
    const unit = unitOf(number, cells);
    checkId(number, cells);
    const given = [0, 0];
    for (let j = 0; j < WIDTH; j++) {
      const column = options.statements[j] ?? null;
      const value = column === null ? BLANK : grade(cells[column]!);
      if (value < 0) found.add(number, column, "out_of_range");
      answers[size * WIDTH + j] = value;
      if (value > 0 && value < BLANK) {
        answered[j]! += 1;
        given[j < STATEMENTS_PER_AXIS ? 0 : 1]! += 1;
      }
    }
    const counts = given[0]! >= FEWEST_ANSWERS && given[1]! >= FEWEST_ANSWERS;
    if (counts) counted += 1;
    if (unit >= 0) {
      met[unit] = 1;
      if (counts) countedByUnit[unit]! += 1;
    }
    units[size] = Math.max(unit, 0);
    size += 1;
  }

  function finish(k: number): CheckedRows {
    const parents = new Set(index.units.map((u) => u.parentId));
    const report: CheckReport = {
      respondents: size,
      counted,
      unitsMatched: met.reduce((sum, one) => sum + one, 0),
      unitsWithout: index.units.filter((u, i) => !parents.has(u.id) && !met[i]).length,
      unitsTooSmall: countedByUnit.filter((n) => n > 0 && n < k).length,
      k,
      answered,
      ...found.finish(),
    };
    return { report, units: units.subarray(0, size), answers: answers.subarray(0, size * WIDTH) };
  }

  return { add, finish };
}

function errorList(headings: readonly string[]) {
  const errors: RowError[] = [];
  const errorTotals: Partial<Record<RowErrorKind, number>> = {};
  let rowsWithErrors = 0;
  let last = 0;
  return {
    /** Returns -1, so that a search for a unit can end with it. */
    add(row: number, column: number | null, kind: RowErrorKind): number {
      if (row !== last) rowsWithErrors += 1;
      last = row;
      errorTotals[kind] = (errorTotals[kind] ?? 0) + 1;
      if (errors.length < ERRORS_SHOWN) {
        errors.push({ row, column: column === null ? null : headings[column] || `Column ${column + 1}`, kind });
      }
      return -1;
    },
    finish: () => ({ errors, errorTotals, rowsWithErrors }),
  };
}

/** 53 bits of a string (cyrb53): two million different ids meet by chance once in some thousands of files. */
function hashOf(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
