import { createHash } from "node:crypto";
import type { MeasureCheck, MeasureUpload } from "#contracts/measures.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { measureFile } from "./measure-file.ts";
import { findOther, listStored, listUnits } from "./queries.ts";
import { findRows, type Line } from "./rules.ts";

/**
 * The dry run: which figures of a file would be kept for which unit and year. Nothing is stored.
 * @throws invalid for a file that cannot be read, a column that is not there, and a title kept on another scale
 */
export async function checkMeasure(scope: Scope<"import:run">, input: MeasureUpload): Promise<MeasureCheck> {
  const lines = linesOf(input);
  const other = await findOther(scope, input.title, input.scale, input.kind);
  if (other) {
    // Five grades and three, or per cent and points, are never one measure.
    throw invalid("This title is kept as another measure.", {
      title: `“${input.title}” is kept ${other.scale === input.scale ? "as another kind" : `on the scale “${other.scale}”`}. Give this one a title of its own.`,
    });
  }
  const found = findRows(lines, await listUnits(scope), await listStored(scope, input.title), input.scale);
  const { title, kind, scale, source, licence } = input;
  const hash = createHash("sha256")
    .update(JSON.stringify([title, kind, scale, source, licence, found]))
    .digest("hex");
  return { ...found, unknown: found.unknown.slice(0, 50), hash };
}

function linesOf(input: MeasureUpload): Line[] {
  const { columns, lines, problem } = measureFile(Buffer.from(input.content, "base64"));
  if (problem) throw invalid(problem, { file: problem });
  const { yearColumn, year } = input;
  const at = (field: "unitColumn" | "valueColumn" | "yearColumn", name: string) => {
    const index = columns.indexOf(name);
    if (index === -1) throw invalid("A column is missing.", { [field]: `The file has no column “${name}”.` });
    return index;
  };
  const unitAt = at("unitColumn", input.unitColumn);
  const valueAt = at("valueColumn", input.valueColumn);
  const yearAt = yearColumn === null ? null : at("yearColumn", yearColumn);
  if (yearAt === null && year === null)
    throw invalid("A year is missing.", { year: "Enter the year, or choose its column." });
  return lines.map(({ line, cells }) => ({
    line,
    unit: cells[unitAt] ?? "",
    value: cells[valueAt] ?? "",
    year: yearAt === null ? (year ?? 0) : (cells[yearAt] ?? ""),
  }));
}
