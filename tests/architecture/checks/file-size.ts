import type { Breach, SourceFile } from "#tests/architecture/source.ts";

const HARD_STOP = 300;
/** A page is about 40 lines; more than this and it does something that belongs in components. */
const PAGE_HARD_STOP = 60;

export function checkFileSize(files: SourceFile[]): Breach[] {
  return files
    .filter(({ path }) => /\.(?:ts|tsx|mjs|css)$/.test(path))
    .flatMap(({ path, text }) => {
      const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
      const limit = /^app\/.*\.tsx$/.test(path) ? PAGE_HARD_STOP : HARD_STOP;
      return lines > limit ? [{ path, line: limit + 1, why: `${lines} lines, at most ${limit}` }] : [];
    });
}
