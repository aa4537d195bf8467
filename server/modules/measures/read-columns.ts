import type { MeasureColumns, MeasureFile } from "#contracts/measures.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { measureFile } from "./measure-file.ts";

/** The header of a file, so that its columns can be chosen. Nothing is kept. */
export function readColumns(_scope: Scope<"import:run">, input: MeasureFile): MeasureColumns {
  const { columns, lines, problem } = measureFile(Buffer.from(input.content, "base64"));
  return { columns: columns.filter((name) => name !== ""), sample: sampleOf(columns, lines[0]?.cells ?? []), problem };
}

const sampleOf = (columns: readonly string[], cells: readonly string[]) =>
  columns.flatMap((name, index) => (name === "" ? [] : [cells[index] ?? ""]));
