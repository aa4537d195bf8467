import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { nodeModule, root } from "../lib/paths.ts";
import { UserError } from "../lib/user-error.ts";
import type { Edit } from "./fault.ts";

const LEFT_OUT = /^(?:node_modules|\.git|\.next.*|\.data|test-results|playwright-report|coverage)$/;

/** A copy of the working tree in which faults are planted; the installed packages are shared. */
export type Scratch = { folder: string; plant(edits: readonly Edit[]): () => void; remove(): void };

export function makeScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "bearing-leaks-"));
  cpSync(root, folder, { recursive: true, filter: (from) => !LEFT_OUT.test(relative(root, from)) });
  symlinkSync(nodeModule(), join(folder, "node_modules"), "junction");
  // The checks of the tree read it through git.
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  writeFileSync(join(folder, ".git", "info", "exclude"), "node_modules\n");
  return {
    folder,
    plant(edits) {
      const before = new Map<string, string>();
      for (const { file, find, put } of edits) {
        const path = join(folder, file);
        const text = readFileSync(path, "utf8");
        if (!before.has(path)) before.set(path, text);
        writeFileSync(path, planted(text, { file, find, put }));
      }
      return () => {
        for (const [path, text] of before) writeFileSync(path, text);
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** @throws UserError where the place is not there, or there twice: the list of faults is out of date */
export function planted(text: string, { file, find, put }: Edit): string {
  const at = text.indexOf(find);
  if (at < 0 || text.includes(find, at + 1)) {
    throw new UserError(`${file} has ${at < 0 ? "no" : "more than one"} place that reads: ${find}`);
  }
  return text.slice(0, at) + put + text.slice(at + find.length);
}
