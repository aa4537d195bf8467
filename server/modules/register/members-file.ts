import { parse } from "csv-parse/sync";
import { MAX_MEMBERS, MEMBER_COLUMNS, MemberName } from "#contracts/members.ts";
import { EmailAddress } from "#contracts/organisations.ts";
import type { StructureError } from "#contracts/structure.ts";
import type { MemberRow } from "./member-rules.ts";
import { bytesProblem, decode, delimiterOf, parseError } from "./structure-file.ts";

type Column = (typeof MEMBER_COLUMNS)[number];

const ALIASES: Record<string, Column> = {
  team: "team_code",
  code: "team_code",
  e_mail: "email",
  email_address: "email",
};

/**
 * Reads a file of team members: one row a person with the code of the team or unit, the name and, where there is one, the
 * address. Never throws for anything in the file: what is wrong comes back by row (the header is row 1) and column.
 */
export function membersFile(bytes: Uint8Array): { rows: MemberRow[]; errors: StructureError[] } {
  const whole = (message: string) => ({ rows: [], errors: [{ row: 0, column: null, message }] });
  const problem = bytesProblem(bytes);
  if (problem) return whole(problem);
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
      max_record_size: 20_000,
      to: MAX_MEMBERS + 2,
    }) as unknown as typeof records;
  } catch (error) {
    return { rows: [], errors: [parseError(error)] };
  }
  const [head, ...body] = records;
  if (!head || body.length === 0) return whole("The file has no rows below its header.");
  if (body.length > MAX_MEMBERS) return whole(`The file has more than ${MAX_MEMBERS.toLocaleString("en-GB")} rows.`);
  const names = head.record.map((cell) => columnOf(cell));
  const missing = MEMBER_COLUMNS.filter((name) => name !== "email" && !names.includes(name));
  if (missing.length > 0) {
    const message = `The header needs the columns team_code and name, and email where people have one. Missing: ${missing.join(", ")}.`;
    return { rows: [], errors: [{ row: 1, column: null, message }] };
  }
  const errors: StructureError[] = [];
  const rows = body.map(({ record, info }) => readRow(names, record, info.lines, errors));
  return { rows, errors };
}

const columnOf = (cell: string): string => {
  const name = cell.toLowerCase().replace(/[\s-]+/g, "_");
  return ALIASES[name] ?? name;
};

function readRow(
  names: readonly string[],
  cells: readonly string[],
  line: number,
  errors: StructureError[],
): MemberRow {
  const cell = (column: Column) => cells[names.indexOf(column)] ?? "";
  const wrong = (column: Column, message: string) => errors.push({ row: line, column, message });
  const name = MemberName.safeParse(cell("name"));
  if (!name.success) wrong("name", name.error.issues[0]?.message ?? "Enter a name.");
  const email = cell("email") === "" ? null : EmailAddress.safeParse(cell("email"));
  if (email && !email.success) wrong("email", "Write an e-mail address like name@example.org.");
  if (cell("team_code") === "") wrong("team_code", "Write the code of the team.");
  return {
    line,
    teamCode: cell("team_code"),
    name: name.success ? name.data : cell("name"),
    email: email?.success ? email.data : null,
  };
}
