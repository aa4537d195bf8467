import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkDocsPaths } from "./checks/docs-paths.ts";
import { file, listTreePaths, readTree, report } from "./source.ts";

const PATHS = [
  "README.md",
  "docs/glossary.md",
  "db/schema/waves.ts",
  "server/modules/waves/index.ts",
  "docs/picture.png",
];

test("every path, link and npm script in the documents exists", () => {
  const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../package.json"), "utf8"));
  expect(report(checkDocsPaths(readTree(), listTreePaths(), Object.keys(manifest.scripts)))).toEqual([]);
});

test.each([
  "See `docs/missing.md`.",
  "See `server/kernel/`.",
  "See `#server/kernel/env.ts`.",
  "See `db/schema/{waves,plans}.ts`.",
  "See `server/modules/*/rules.ts`.",
  "See `server/modules/<area>/queries.ts`.",
  "See [the glossary](glossary.txt).",
  "Run `npm run vanish`.",
])("found: %s", (text) => {
  expect(checkDocsPaths([file("docs/a.md", text)], PATHS, ["verify"])).toHaveLength(1);
});

test.each([
  "`docs/glossary.md`, `db/schema/waves`, `#db/schema/waves.ts`, `server/`, `server/modules/waves/`",
  "`db/schema/{waves}.ts`, `server/modules/*/index.ts`, `server/modules/<area>/`",
  "`modules/*/index.ts`, `wave:open`, `and/or`, `/r/<code>`, `rules.ts`, `#db/...`",
  "[glossary](glossary.md), [up](../README.md#first), ![picture](picture.png), [out](https://example.org/x)",
  "`npm run verify`, `npm run -s verify`",
  "```\ndocs/missing.md `docs/missing.md`\n```",
])("allowed: %s", (text) => {
  expect(report(checkDocsPaths([file("docs/a.md", text)], PATHS, ["verify"]))).toEqual([]);
});
