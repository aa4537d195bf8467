/** One node of a published wave as the file of totals holds it. */
export type TotalsLine = {
  code: string;
  parentCode: string;
  name: string;
  /** Sixtieths of a raw point (1-5); null where the second pattern does not show the node. */
  sums: { n: number; axes: readonly [number, number]; statements: readonly number[] } | null;
  /**
   * Agreement with the further statements, whole points as on screen, null where not shown. No sum: beside the answers it
   * would say how many people left the statement out.
   */
  further: readonly (number | null)[];
};

export const NOT_SHOWN_IN_FILES = "not shown";

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). */
function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^\s*[=+\-@\t\r\n|]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Sums, not means: whoever checks a certificate subtracts. One line per node in tree order; a node that files do not show
 * has its place in the tree and nothing else.
 */
export function totalsCsv(
  lines: readonly TotalsLine[],
  statementCodes: readonly string[],
  furtherCodes: readonly string[] = [],
): string {
  const head = [
    ...["unit_code", "parent_code", "name", "shown", "answers", "direction_sum_60ths", "delivery_sum_60ths"],
    ...statementCodes.map((code) => `${code.toLowerCase()}_sum_60ths`),
    ...furtherCodes.map((code) => `${code.toLowerCase()}_agreement`),
  ];
  const blank = new Array<string>(head.length - 4).fill("");
  const rows = lines.map(({ code, parentCode, name, sums, further }) => [
    ...[code, parentCode, name],
    ...(sums
      ? ["yes", sums.n, ...sums.axes, ...sums.statements, ...further.map((x) => x ?? "")]
      : [NOT_SHOWN_IN_FILES, ...blank]),
  ]);
  return [head, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}
