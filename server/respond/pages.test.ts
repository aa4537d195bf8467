import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aForm, EVERY_PAGE, SHEET, someDecisions, tagsOf, textOf } from "./fixtures.ts";
import { html } from "./html.ts";
import { decisionsPage, linkSheet, noticePage, type Page, plainPage, pulsePage } from "./index.ts";
import { wordsIn } from "./words.ts";

describe.each(Object.entries(EVERY_PAGE))("page: %s", (_, { headers, body }) => {
  test("may do nothing but show its own styles and send its own form", () => {
    const style = /<style>(.*?)<\/style>/s.exec(body)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers["content-security-policy"]).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex, nofollow",
    });
    expect(Object.keys(headers)).not.toContain("set-cookie");
  });

  test("has no script, no picture, no other address and no style but the one in its head", () => {
    const tags = tagsOf(body);
    expect(tags.filter((tag) => /^<(?:script|img|iframe|object|embed|base|audio|video)\b/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /\s(?:on\w+|style|src|srcset|ping)\s*=/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /(?:href|action)="(?!\?|#|\/(?!\/))/.test(tag))).toEqual([]);
    expect(body.match(/<style/g)).toHaveLength(1);
  });

  test("closes what it opens, has one h1, one main, a language, and no id twice", () => {
    const open: string[] = [];
    for (const tag of tagsOf(body)) {
      const [, end, name] = /^<(\/?)([a-z0-9!]+)/i.exec(tag) ?? [];
      if (!name || /^(?:!doctype|meta|link|input|br)$/i.test(name) || tag.endsWith("/>")) continue;
      if (end) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
    expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    expect(body.match(/<main>/g)).toHaveLength(1);
    expect(body).toMatch(/^<!DOCTYPE html><html lang="(?:en|cy)">/);
    const ids = [...body.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of body.matchAll(/(?:href="#|for="|form="|aria-labelledby=")([^"]+)"/g))
      expect(ids).toContain(target);
  });

  test("uses nothing that a phone of ten years ago lacks, and no type under 13 px", () => {
    const style = /<style>(.*?)<\/style>/s.exec(body)?.[1] ?? "";
    expect(style).not.toMatch(/\bgap:|:has\(|:is\(|:where\(|display:(?:grid|flex)|var\(|clamp\(|@layer|@container|&/);
    for (const [, size] of style.matchAll(/font(?:-size)?:(?:[a-z]+ )?(\d+)px/g))
      if (size !== "0") expect(Number(size)).toBeGreaterThanOrEqual(13);
  });
});

describe("no markup from any field gets through", () => {
  test("texts and attributes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { markup } = html`<a title="${text}">${text}</a>`;
        const [, attribute, inner] = /^<a title="([^"<>']*)">([^"<>']*)<\/a>$/.exec(markup) ?? [];
        expect(textOf(attribute ?? "no match")).toBe(text);
        expect(textOf(inner ?? "no match")).toBe(text);
      }),
    );
  });

  test("a page with hostile words has the tags of a page with plain words", () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        "</title><script>alert(1)</script>",
        "</textarea><img src=x onerror=alert(1)>",
        "</style><style>*{display:none}",
        "\"><svg onload='x'>",
        "<!--",
        "&lt;b&gt;&amp;",
        "{count}{team}",
        "javascript:alert(1)",
      ),
      fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "/", "a", "!", "-", "\n", "=", ";") }),
    );
    const pages = (text: string): Page[] => {
      const statements = aForm().statements.map((statement) => ({ ...statement, en: text, cy: text }));
      const form = aForm({ organisation: text, team: text, waveLabel: text, statements });
      const typed = { answers: { D1: 1 }, note: text };
      const asked = someDecisions().asked.map((one) => ({
        ...one,
        of: text,
        need: text,
        answer: { kind: "in_part" as const, sentence: text },
      }));
      const decided = someDecisions().decided.map((one) => ({ ...one, what: text }));
      const found = someDecisions({ organisation: text, team: text, waveLabel: text, youSaid: [text], decided, asked });
      return [
        pulsePage({ form, lang: "en", typed, problem: "note_too_long" }),
        pulsePage({ form, lang: "cy" }),
        decisionsPage(found, "en", "/d/a.b/notice"),
        noticePage(found, "cy", "https://bearing.example"),
        linkSheet({ ...SHEET, organisation: text, team: text, waveLabel: text }),
      ];
    };
    const plain = pages("x").map(({ body }) => tagsOf(body));
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text !== "");
        const found = pages(text);
        expect(found.map(({ body }) => tagsOf(body))).toEqual(plain);
        for (const { body } of found) expect(textOf(body)).toContain(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe("words", () => {
  test("Welsh counts take the form of the number", () => {
    const { say } = wordsIn("cy");
    const said = [1, 2, 3, 6, 13].map((count) => say("pulseIntro", { count }).split(",")[0]);
    expect(said).toEqual(["1 gosodiad", "2 osodiad", "3 gosodiad", "6 gosodiad", "13 gosodiad"]);
    expect(wordsIn("en").say("sheetCount", { count: 1 })).toBe("1 card");
  });

  test("days in both languages, whatever the zone of the server", () => {
    expect(wordsIn("en").day("2026-11-24")).toBe("24 November 2026");
    expect(wordsIn("cy").day("2026-11-24")).toBe("24 Tachwedd 2026");
  });

  test("received says the same whoever asks, and nothing of answers", () => {
    expect(plainPage("received", "en")).toEqual(plainPage("received", "en"));
    expect(textOf(plainPage("received", "en").body)).toContain("Received. You can close this page.");
  });
});
