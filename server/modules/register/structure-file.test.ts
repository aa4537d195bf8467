import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { structureFile } from "./structure-file.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => structureFile(bytes(text));
const HEAD = "code,name,kind,parent_code";

describe("reads", () => {
  const expected = [
    { line: 2, code: "HOU", name: "Housing", kind: "unit", parentCode: null },
    {
      line: 3,
      code: "REP",
      name: "Repairs, urgent",
      kind: "team",
      parentCode: "HOU",
      supervisorEmail: "jo@example.org",
      headcount: 12,
      workingPattern: "hybrid",
    },
  ];
  const head = ["Code", "NAME", "Kind", "Parent code", "Supervisor e-mail", "head_count", "Working-Pattern"];
  const cells = [
    ["HOU", "Housing", "Unit", "", "", "", ""],
    ["REP", '"Repairs, urgent"', "TEAM", "HOU", "Jo@Example.org", "12", "Hybrid"],
  ];
  test.each([",", ";", "\t"])("separated by %j, header in any case, with and without BOM", (separator) => {
    for (const [bom, end] of [
      ["", "\n"],
      ["\uFEFF", "\r\n"],
    ]) {
      const text = bom + [head, ...cells].map((row) => row.join(separator)).join(end) + end;
      expect(read(text)).toMatchObject({ layout: "structure", rows: expected, errors: [], ignored: [] });
    }
  });

  test("Windows-1252 when it is not UTF-8", () => {
    const text = bytes(`${HEAD}\nYM,Ynys M\u0001n,unit,\n`).map((byte) => (byte === 1 ? 0xf4 : byte));
    expect(structureFile(text).rows[0]?.name).toBe("Ynys Môn");
    expect(read(`${HEAD}\nYM,Ynys Môn,unit,\n`).rows[0]?.name).toBe("Ynys Môn");
  });

  test("columns that mean nothing are named, not read", () => {
    expect(read(`${HEAD},budget\nA,Alpha,unit,,7\n`)).toMatchObject({ errors: [], ignored: ["budget"] });
  });

  test("two levels in one line each; a unit with its agency's own code is the agency", () => {
    const parsed = read(
      'agency_code,agency,unit_code,unit,respondents\nAF,Air Force,AF0J,Training,5\nAF,Air Force,AF,"Air Force",3\nOM,Office,OM1,Front,2\n',
    );
    expect(parsed).toMatchObject({ layout: "two-level", errors: [], ignored: ["respondents"] });
    expect(parsed.rows.map((r) => [r.code, r.parentCode, r.kind])).toEqual([
      ["AF", null, "unit"],
      ["OM", null, "unit"],
      ["AF0J", "AF", "unit"],
      ["OM1", "OM", "unit"],
    ]);
    expect(read("agency_code,agency,unit_code,unit\nA,One,A1,x\nA,Two,A2,y\n").errors).toMatchObject([
      { row: 3, column: "agency" },
    ]);
  });
});

describe("refuses in words", () => {
  test.each([
    ["nothing", "", 0, null, /empty/],
    ["only a header", `${HEAD}\n`, 0, null, /no rows/],
    ["NUL bytes", `${HEAD}\nA,Al\u0000pha,unit,\n`, 0, null, /NUL/],
    ["a spreadsheet", "PK\u0003\u0004rest", 0, null, /spreadsheet/],
    ["missing columns", "code,name\nA,B\n", 1, null, /kind, parent_code are missing/],
    ["a column twice", `${HEAD},Code\nA,B,unit,,A\n`, 1, null, /stands twice/],
    ["another kind", `${HEAD}\nA,Alpha,squad,\n`, 2, "kind", /unit or team/],
    ["too few cells", `${HEAD}\nA,Alpha\n`, 2, null, /2 cells/],
    ["too many cells", `${HEAD}\nA,Alpha,unit,,,,\n`, 2, null, /7 cells/],
    ["an open quote", `${HEAD}\nA,"Alpha,unit,\n`, 2, null, /never closed/],
    ["no address", `${HEAD},supervisor_email\nA,Alpha,team,B,jo\n`, 2, "supervisor_email", /address/],
    ["half a person", `${HEAD},headcount\nA,Alpha,team,B,1.5\n`, 2, "headcount", /whole number/],
    ["a formula as number", `${HEAD},headcount\nA,Alpha,team,B,=1+1\n`, 2, "headcount", /whole number/],
    ["another pattern", `${HEAD},working_pattern\nA,Alpha,team,B,moon\n`, 2, "working_pattern", /site, hybrid/],
    ["a million columns", `${"x,".repeat(1_000_000)}\n1\n`, 1, null, /far too long/],
    ["sixty columns", `${"x,".repeat(60)}\n${",".repeat(60)}1\n`, 1, null, /more than 50 columns/],
    ["too many rows", `${HEAD}\n${"A,Alpha,unit,\n".repeat(10_001)}`, 0, null, /more than 10,000 rows/],
    ["too many bytes", `${HEAD}\n${" ".repeat(5 * 1024 * 1024)}`, 0, null, /smaller than 5 MB/],
  ])("%s", (_, text, row, column, message) => {
    const [error] = read(text).errors;
    expect(error).toMatchObject({ row, column });
    expect(error?.message).toMatch(message);
  });

  test("UTF-16 and compressed files", () => {
    expect(structureFile(new Uint8Array([0xff, 0xfe, 65, 0])).errors[0]?.message).toMatch(/UTF-16/);
    expect(structureFile(new Uint8Array([0x1f, 0x8b, 8])).errors[0]?.message).toMatch(/compressed/);
  });
});

test("whatever the bytes are, it answers and never throws", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, headed) => {
      const head = headed ? bytes(`${HEAD}\n`) : new Uint8Array();
      const { rows, errors } = structureFile(new Uint8Array([...head, ...noise]));
      return Array.isArray(rows) && Array.isArray(errors);
    }),
    { numRuns: 500 },
  );
});
