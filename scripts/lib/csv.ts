/**
 * One line of CSV. Words that a spreadsheet would run as a formula get an apostrophe in front: names of units are typed by
 * people, and a file is opened on somebody else's machine.
 */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return cells.map((cell) => (typeof cell === "string" ? quoted(harmless(cell)) : (cell ?? "").toString())).join(",");
}

const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
