import path from "node:path";
import { type Breach, lineAt, type SourceFile } from "#tests/architecture/source.ts";

const TOP_FOLDERS = [
  "app",
  "components",
  "contracts",
  "content",
  "messages",
  "server",
  "db",
  "tests",
  "scripts",
  "docs",
];
const EXTENSIONS = ["", ".ts", ".tsx", ".mjs", ".md"];

/**
 * What documents say about the tree is true: paths in backticks, relative links, and `npm run` names. A path may hold
 * `*` or `<name>` for one segment and `{a,b}` for alternatives; each form must exist. Fenced blocks are examples.
 *
 * @param paths every path of the tree, binary files included
 * @param scripts names under "scripts" in package.json
 */
export function checkDocsPaths(files: SourceFile[], paths: string[], scripts: string[]): Breach[] {
  const known = new Set(paths);
  for (const file of paths)
    for (let at = path.posix.dirname(file); at !== "."; at = path.posix.dirname(at)) known.add(at);
  return files
    .filter((source) => source.path.endsWith(".md"))
    .flatMap((source) => {
      const text = withoutFences(source.text);
      const breach = (index: number, why: string): Breach => ({ path: source.path, line: lineAt(text, index), why });
      const spans = [...text.matchAll(/`([^`\n]+)`/g)];
      const inSpans = spans.flatMap((match) =>
        missingPaths(match[1] ?? "", known).map((missing) => breach(match.index, `${missing} does not exist`)),
      );
      const runs = [...text.matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/g)]
        .filter((match) => !scripts.includes(match[1] ?? ""))
        .map((match) => breach(match.index, `package.json has no script "${match[1]}"`));
      const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .filter((match) => !/^[a-z]+:/.test(match[1] ?? ""))
        .filter(
          (match) => !known.has(path.posix.join(path.posix.dirname(source.path), match[1] ?? "").replace(/\/$/, "")),
        )
        .map((match) => breach(match.index, `link to ${match[1]}: does not exist`));
      return [...inSpans, ...runs, ...links];
    });
}

/** Keeps the line breaks, so that line numbers stay right. */
function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ""));
}

function missingPaths(span: string, known: Set<string>): string[] {
  const wanted = span.replace(/^#/, "").replace(/:\d+$/, "").replace(/\/$/, "");
  if (!looksLikePath(wanted)) return [];
  return alternatives(wanted).filter((one) => !exists(one, known));
}

/** A folder that we know, or a path under it. Words, commands, globs over unknown folders and routes are not paths. */
function looksLikePath(span: string): boolean {
  const [first, ...rest] = span.split("/");
  if (span.includes("...") && !span.includes("[...")) return false;
  return rest.length > 0 && TOP_FOLDERS.includes(first ?? "") && /^[\w.@()[\]{},<>*/-]+$/.test(span);
}

function alternatives(span: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(span);
  if (!braces) return [span];
  return (braces[1] ?? "").split(",").flatMap((one) => alternatives(span.replace(braces[0], one)));
}

function exists(wanted: string, known: Set<string>): boolean {
  if (!/[<*]/.test(wanted)) return EXTENSIONS.some((extension) => known.has(wanted + extension));
  const escaped = wanted.replace(/<[^>]*>/g, "*").replace(/[.()[\]]/g, "\\$&");
  const pattern = new RegExp(
    `^${escaped.replaceAll("**", "\0").replaceAll("*", "[^/]*").replaceAll("\0", ".*")}(?:\\.[a-z]+)?$`,
  );
  return [...known].some((one) => pattern.test(one));
}
