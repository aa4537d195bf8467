/** One planted fault: what is broken, how, and the smallest set of test files that has to turn red. */
export type Fault = {
  name: string;
  /** Paths of test files, or "types" where it must not compile. */
  tests: readonly string[];
} & ({ edits: readonly Edit[] } | { sql: string });

/** `find` stands exactly once in the file. */
export type Edit = { file: string; find: string; put: string };

export const edit = (file: string, find: string, put: string): Edit => ({ file, find, put });
