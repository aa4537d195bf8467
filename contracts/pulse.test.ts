import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOTE_LENGTH, PULSE_BODY_BYTES, readPulseBody } from "./pulse.ts";
import { STATEMENT_CODES } from "./statements.ts";

const CODES = [...STATEMENT_CODES, "X1", "L1"];
const read = (body: string) => readPulseBody(body, CODES);

describe("a body that is an answer", () => {
  test("one of each", () => {
    expect(read("D1=5&E6=0&X1=1&L1=3&note=Thank+you")).toEqual({
      state: "answers",
      answers: { answers: { D1: 5, E6: 0, X1: 1, L1: 3 }, note: "Thank you" },
    });
  });

  test("blank statements and an empty note are left out", () => {
    expect(read("D1=1&note=+%0D%0A")).toEqual({ state: "answers", answers: { answers: { D1: 1 } } });
  });

  test("a note alone", () => {
    expect(read("note=a%0D%0Ab%00%07%09c")).toEqual({
      state: "answers",
      answers: { answers: {}, note: "a\nb\tc" },
    });
  });

  test("the longest note in every script fits into the body, with every statement answered", () => {
    for (const letter of ["a", "ŵ", "漢", "&", "\n"]) {
      const note = `x${letter.repeat(NOTE_LENGTH - 2)}x`;
      const body = new URLSearchParams([...CODES.map((code) => [code, "5"]), ["note", note.replaceAll("\n", "\r\n")]]);
      expect(read(body.toString())).toMatchObject({ state: "answers", answers: { note } });
    }
    const note = "🙂".repeat(NOTE_LENGTH / 2);
    expect(read(`note=${encodeURIComponent(note)}`)).toMatchObject({ answers: { note } });
  });
});

describe("a body that comes back with everything typed", () => {
  test("nothing said", () => {
    expect(read("note=")).toEqual({ state: "problem", problem: "nothing_said", typed: { answers: {}, note: "" } });
    expect(read("")).toMatchObject({ state: "problem", problem: "nothing_said" });
  });

  test("a note one character too long", () => {
    const note = "x".repeat(NOTE_LENGTH + 1);
    expect(read(`D2=4&note=${note}`)).toEqual({
      state: "problem",
      problem: "note_too_long",
      typed: { answers: { D2: 4 }, note },
    });
  });
});

describe("refused", () => {
  test.each([
    ["unknown field", "D1=1&name=Sam"],
    ["a statement of another wave", "X2=1"],
    ["a name of every object", "constructor=1"],
    ["repeated statement", "D1=1&D1=1"],
    ["repeated note", "note=a&note=b"],
    ["repeated empty note", "note=&note=b"],
    ["off the scale", "D1=6"],
    ["negative", "D1=-1"],
    ["fraction", "D1=1.5"],
    ["two digits", "D1=05"],
    ["empty value", "D1="],
    ["blank", "D1=%201"],
    ["another number system", "D1=%D9%A1"],
    ["small letter", "d1=1"],
    ["json", '{"D1":1}'],
    ["too large", `note=${"x".repeat(PULSE_BODY_BYTES)}`],
    ["too large in bytes", `note=${"ŵ".repeat(PULSE_BODY_BYTES / 2)}`],
  ])("%s", (_, body) => expect(read(body)).toEqual({ state: "refused" }));

  test("whatever comes is read without an error, and only what the wave asks comes out", () => {
    const field = fc.constantFrom(...CODES, "X2", "note", "__proto__", "d1");
    const value = fc.oneof(
      fc.constantFrom("0", "1", "5", "6", "-1", " 1"),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const pairs = fc.array(fc.tuple(field, value), { maxLength: 4 }).map((all) => new URLSearchParams(all).toString());
    fc.assert(
      fc.property(fc.oneof(pairs, fc.string({ unit: "binary" })), (body) => {
        const found = read(body);
        if (found.state !== "answers") return;
        expect(found.answers.note ?? "").not.toMatch(/[^\P{Cc}\n\t]/u);
        for (const [code, answer] of Object.entries(found.answers.answers)) {
          expect(CODES).toContain(code);
          expect([0, 1, 2, 3, 4, 5]).toContain(answer);
        }
      }),
      { numRuns: 300 },
    );
  });
});
