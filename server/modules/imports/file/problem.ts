/** The file cannot be read, in words for the screen. It never quotes the file: what stands there may be an answer. */
export class FileProblem extends Error {
  override name = "FileProblem";
}

/** The bytes are not UTF-8 after all; the reader starts again with the old Windows code page. */
export class NotUtf8 extends Error {
  override name = "NotUtf8";
}

/** Far above what a past wave holds, far below what would hurt the machine. */
export const LIMITS = {
  /** Bytes after unpacking. */
  unpacked: 600 * 1024 * 1024,
  rows: 2_000_000,
  columns: 2000,
  /** Characters of one row. */
  row: 256 * 1024,
} as const;
