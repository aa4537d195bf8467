import type { Breach, SourceFile } from "#tests/architecture/source.ts";
import { breachAt, dottedName, exportedNames, isCode, isTest, walk } from "#tests/architecture/syntax.ts";

const FOLDERS = /^(?:app|components|contracts|content|messages|server|db|tests|scripts|docs)\//;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
/** Next's route groups, parameters and private folders. */
const APP_FOLDER = /^(?:\([a-z-]+\)|\[{1,2}(?:\.\.\.)?[a-zA-Z]+\]{1,2}|_[a-z-]+)$/;

/** Files and folders are kebab-case. Migrations are named by their generator. */
export function checkFileNames(files: SourceFile[]): Breach[] {
  return files
    .filter(({ path }) => FOLDERS.test(path) && !path.startsWith("db/migrations/") && !path.endsWith("/README.md"))
    .flatMap(({ path }) => {
      const wrong = path
        .split("/")
        .find((part) => !KEBAB.test(part) && !(path.startsWith("app/") && APP_FOLDER.test(part)));
      return wrong === undefined ? [] : [{ path, line: 1, why: `"${wrong}" is not kebab-case` }];
    });
}

/** Files of a module that are not named after one thing that they export. */
const SUPPORT = /(?:^|-)(?:index|rules|queries|views|errors|types)\.ts$/;

/**
 * `open-wave.ts` exports `openWave`. Holds for every hyphenated file directly in a module, and for every file that calls
 * the kernel's `command` or `query`, which may then hold only one of them.
 */
export function checkUseCases(files: SourceFile[]): Breach[] {
  return files
    .filter((source) => isCode(source) && !isTest(source))
    .flatMap((source) => {
      const name = /^server\/modules\/[^/]+\/([^/]+)\.ts$/.exec(source.path)?.[1];
      const wrappers = /^server\/modules\//.test(source.path) ? wrapperCalls(source) : [];
      const breaches = wrappers.slice(1).map((node) => breachAt(source, node, "one use-case per file"));
      const named = name !== undefined && (wrappers.length > 0 || name.includes("-")) && !SUPPORT.test(`${name}.ts`);
      if (wrappers.length > 0 && !named) {
        breaches.push({
          path: source.path,
          line: 1,
          why: "a use-case is a file <verb>-<thing>.ts directly in its module",
        });
      }
      if (named && !exportedNames(source).includes(camelCase(name))) {
        breaches.push({ path: source.path, line: 1, why: `must export ${camelCase(name)}` });
      }
      return breaches;
    });
}

function wrapperCalls(source: SourceFile): { start: number }[] {
  const calls: { start: number }[] = [];
  walk(source, (node) => {
    if (node.type === "CallExpression" && /^(?:command|query)$/.test(dottedName(node.callee) ?? "")) calls.push(node);
  });
  return calls;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
