/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe in front, which shows
 * that the cell is text (OWASP, CSV injection).
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => quote(neutralise(cell ?? ""))).join(",")}\r\n`;
}

const neutralise = (cell: string): string => (/^\s*[=+\-@\t\r\n|]/.test(cell) ? `'${cell}` : cell);

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

type Facts = Readonly<Record<string, string | number | boolean | null>> | null;

/** "name: Housing; status: live", in the order in which the facts were written. */
export function factsInWords(facts: Facts): string {
  return Object.entries(facts ?? {})
    .map(([name, value]) => `${name}: ${value ?? "none"}`)
    .join("; ");
}
