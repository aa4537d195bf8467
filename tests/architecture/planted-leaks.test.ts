import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FAULTS } from "#scripts/leaks/index.ts";
import { planted } from "#scripts/leaks/scratch.ts";
import { root } from "#scripts/lib/paths.ts";

test("there are thirty faults or more, each with a name of its own", () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(30);
  expect(new Set(FAULTS.map((fault) => fault.name)).size).toBe(FAULTS.length);
});

// Planting takes minutes and is a command; that the places are still there is cheap to see on every run.
test.each(FAULTS.map((fault) => [fault.name, fault] as const))("can still be planted: %s", (_, fault) => {
  for (const file of fault.tests) if (file !== "types") expect(existsSync(join(root, file)), file).toBe(true);
  if ("sql" in fault) return;
  const texts = new Map<string, string>();
  for (const edit of fault.edits) {
    const text = texts.get(edit.file) ?? readFileSync(join(root, edit.file), "utf8");
    const broken = planted(text, edit);
    expect(broken).not.toBe(text);
    texts.set(edit.file, broken);
  }
});

test("a place that is gone, or there twice, is told", () => {
  const edit = { file: "a.ts", find: "x", put: "y" };
  expect(planted("axb", edit)).toBe("ayb");
  expect(() => planted("ab", edit)).toThrow("a.ts has no place");
  expect(() => planted("xx", edit)).toThrow("more than one place");
});
