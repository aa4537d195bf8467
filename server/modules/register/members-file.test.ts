import { describe, expect, test } from "vitest";
import { membersFile } from "./members-file.ts";

const read = (text: string) => membersFile(new TextEncoder().encode(text));

describe("a file of team members", () => {
  test("by code, name and address; semicolons and other headings too", () => {
    expect(read("Team;Name;E-mail\nA1; Ada Ash ;ADA@x.example\nA1;Bo;\n")).toEqual({
      rows: [
        { line: 2, teamCode: "A1", name: "Ada Ash", email: "ada@x.example" },
        { line: 3, teamCode: "A1", name: "Bo", email: null },
      ],
      errors: [],
    });
    expect(read("team_code,name\nA1,Ada\n").rows[0]?.email).toBeNull();
  });
  test.each([
    ["", 0, "empty"],
    ["team_code,name,email\n", 0, "no rows"],
    ["name,email\nAda,ada@x.example\n", 1, "team_code"],
    ["team_code,name,email\nA1,Ada,ada at x\n", 2, "e-mail"],
    ["team_code,name,email\nA1,=cmd(),\n", 2, "formula"],
    ["team_code,name,email\n,Ada,\n", 2, "code"],
    ['team_code,name,email\nA1,"Ada,\n', 2, "quote"],
  ])("%j: row %i, %s", (text, line, words) => {
    const [error] = read(text).errors;
    expect(error?.row).toBe(line);
    expect(error?.message).toContain(words);
  });
});
