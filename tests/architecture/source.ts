import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A file as the checks see it: a path from the root of the repository, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

export interface Breach {
  path: string;
  /** Counted from 1. */
  line: number;
  why: string;
}

const ROOT = path.resolve(import.meta.dirname, "../..");
const BINARY = /\.(avif|gif|gz|ico|jpe?g|otf|pdf|png|ttf|webp|woff2?|xlsx|zip)$/;

let tree: SourceFile[] | undefined;

/**
 * Every text file that is tracked, or would be once it is added: what `.gitignore` hides is not ours to check.
 * Read once per test file.
 */
export function readTree(): SourceFile[] {
  tree ??= listPaths().map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), "utf8") }));
  return tree;
}

/** All paths of the tree, binary files included. */
export function listTreePaths(): string[] {
  return [...new Set(git("ls-files", "-z", "--cached", "--others", "--exclude-standard"))]
    .filter((file) => existsSync(path.join(ROOT, file)))
    .sort();
}

function listPaths(): string[] {
  return listTreePaths().filter((file) => !BINARY.test(file));
}

function git(...args: string[]): string[] {
  const output = execFileSync("git", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return output.split("\0").filter(Boolean);
}

/** A planted file. */
export function file(filePath: string, text: string): SourceFile {
  return { path: filePath, text };
}

/** "path:line why", sorted, so that a failing test reads as a list of things to mend. */
export function report(breaches: Breach[]): string[] {
  return breaches.map((breach) => `${breach.path}:${breach.line} ${breach.why}`).sort();
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

/** Breaches of every match of a pattern (which must be global) in a file's text. */
export function matches(source: SourceFile, pattern: RegExp, why: (found: string) => string): Breach[] {
  return [...source.text.matchAll(pattern)].map((match) => ({
    path: source.path,
    line: lineAt(source.text, match.index),
    why: why(match[0]),
  }));
}
