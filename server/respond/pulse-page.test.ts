import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { promiseInWords } from "#content/promise.ts";
import { DOES_NOT_APPLY, SCALES } from "#content/statements.ts";
import { NOTE_LENGTH, readPulseBody } from "#contracts/pulse.ts";
import { axisOf, STATEMENT_CODES } from "#contracts/statements.ts";
import { EN } from "#messages/en.ts";
import { aForm, EVERY_PAGE, textOf } from "./fixtures.ts";
import { pulsePage } from "./index.ts";

describe("the form", () => {
  test("stays below 25 kB at its worst, in both languages, with everything typed", () => {
    const longest = (length: number) => "ŵ".repeat(length);
    const form = aForm({
      organisation: longest(120),
      team: longest(120),
      waveLabel: longest(80),
      rehearsal: true,
      statements: [
        ...aForm().statements.slice(0, 13),
        ...[1, 2, 3, 4, 5].map((n) => ({
          code: `L${n}`,
          part: "local" as const,
          en: `${longest(190)}"&<>'`,
          cy: `${longest(230)}"&<>'`,
        })),
      ],
    });
    const answers = Object.fromEntries(form.statements.map(({ code }) => [code, 1]));
    for (const lang of ["en", "cy"] as const)
      for (const problem of [undefined, "note_too_long"] as const) {
        const typed = problem && { answers, note: "漢".repeat(NOTE_LENGTH + 1) };
        expect(Buffer.byteLength(pulsePage({ form, lang, typed, problem }).body)).toBeLessThan(25_000);
      }
  });

  test("states the promise word for word, with the receipt", () => {
    const text = textOf(EVERY_PAGE.form?.body ?? "");
    for (const line of promiseInWords({ closesOn: "4 December 2026", k: 7, deletesOn: "1 June 2027" }))
      expect(text).toContain(line);
    expect(text).toContain("0123456789abcdef".repeat(4));
  });

  test("the promise in Welsh names the same facts", () => {
    const text = textOf(EVERY_PAGE["form in Welsh"]?.body ?? "");
    for (const fact of ["4 Rhagfyr 2026", "1 Mehefin 2027", "7 neu fwy", "35 diwrnod", "cyfieithiad"])
      expect(text).toContain(fact);
  });

  test("asks every statement in its own group, on its own scale, with a way to say that it does not apply", () => {
    const body = EVERY_PAGE.form?.body ?? "";
    const groups = body.match(/<fieldset>.*?<\/fieldset>/gs) ?? [];
    expect(groups).toHaveLength(14);
    aForm().statements.forEach(({ code, part, en }, i) => {
      const group = groups[i] ?? "";
      expect(textOf(/<legend>(.*?)<\/legend>/s.exec(group)?.[1] ?? "")).toBe(`${i + 1}. ${en}`);
      const labels = [...group.matchAll(/value=(\d)[ >].*?<span>(.*?)<\/span>/g)].map((m) => [m[1], m[2]]);
      const scale = SCALES[part === "frequency" ? "delivery" : "direction"].labels;
      expect(labels).toEqual([...scale.map((label, at) => [String(at + 1), label]), ["0", DOES_NOT_APPLY]]);
      expect(group.match(new RegExp(`name="${code}"`, "g"))).toHaveLength(6);
      expect(group).not.toContain(" checked");
    });
  });

  test("the parts carry the headings of the two scales", () => {
    expect(EN.agreementHeading).toBe(SCALES.direction.heading);
    expect(EN.frequencyHeading).toBe(SCALES.delivery.heading);
    expect(STATEMENT_CODES.map(axisOf)).toEqual(
      aForm()
        .statements.slice(0, 12)
        .map(({ part }) => (part === "agreement" ? "direction" : "delivery")),
    );
  });

  test("what is sent is what is read", () => {
    const body = EVERY_PAGE.form?.body ?? "";
    const names = [...body.matchAll(/<(?:input|textarea)[^>]* name="([^"]*)"/g)].map((m) => m[1] ?? "");
    const codes = aForm().statements.map(({ code }) => code);
    const sent = new URLSearchParams([...new Set(names)].map((name) => [name, name === "note" ? "Hello" : "3"]));
    expect(readPulseBody(sent.toString(), codes)).toEqual({
      state: "answers",
      answers: { answers: Object.fromEntries(codes.map((code) => [code, 3])), note: "Hello" },
    });
  });

  test("Enter on a circle sends nothing: the first button of the form only comes back with what was chosen", () => {
    for (const name of ["form", "note too long", "nothing said"])
      expect(/<button[^>]*>/.exec(EVERY_PAGE[name]?.body ?? "")?.[0]).toMatch(
        /class="off" form="pulse" formaction="\?lang=(?:en|cy)&amp;keep=1#review"/,
      );
  });

  test("Welsh only where HR has confirmed it; a statement without Welsh is marked as English", () => {
    const welsh = EVERY_PAGE["form in Welsh"]?.body ?? "";
    expect(welsh).toContain('<html lang="cy">');
    expect(welsh).toContain('<span lang="en">I can reach the depot');
    expect(textOf(welsh)).toContain("Rwy’n gwybod beth mae ein tîm yn anelu ato.");
    const english = EVERY_PAGE["form without Welsh or note"]?.body ?? "";
    expect(english).toContain('<html lang="en">');
    expect(english).not.toContain("?lang=cy");
    expect(english).not.toContain("<textarea");
    expect(EVERY_PAGE.form?.body).toContain('<a href="?lang=cy" lang="cy" hreflang="cy">Cymraeg</a>');
  });
});

describe("a form that comes back", () => {
  test("keeps every choice and every character, in the other language too", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...STATEMENT_CODES, "X1", "L1"), fc.integer({ min: 0, max: 5 })),
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.constantFrom("en" as const, "cy" as const),
        (answers, note, lang) => {
          const { body } = pulsePage({ form: aForm(), lang, typed: { answers, note }, problem: "nothing_said" });
          const checked = [...body.matchAll(/name="(\w+)" value=(\d)[^>]* checked/g)].map((m) => [m[1], Number(m[2])]);
          expect(Object.fromEntries(checked)).toEqual({ ...answers });
          expect(textOf(/<textarea[^>]*>\n(.*?)<\/textarea>/s.exec(body)?.[1] ?? "")).toBe(note);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("says on top what is wrong, leads there, says it again there, and offers the other language without loss", () => {
    const { status, body } = EVERY_PAGE["note too long"]!;
    expect(status).toBe(422);
    expect(body).toContain("<title>Error: ");
    expect(body).toContain('role="alert" tabindex="-1" autofocus');
    expect(body).toContain('<a href="#note">The note must be 1,000 characters or less. It has 6</a>');
    expect(body).toContain('aria-describedby="note-hint note-limit note-error" aria-invalid="true"');
    expect(body).toContain('formaction="?lang=cy&amp;keep=1"');
    expect(body).not.toContain('href="?lang=');
    expect(EVERY_PAGE["nothing said"]?.body).toContain('<a href="#D1">');
    expect(EVERY_PAGE["not stored"]?.status).toBe(503);
    expect(EVERY_PAGE["not stored"]?.body).toContain('<a href="#send">');
  });
});
