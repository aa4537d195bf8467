/** A pattern for `ilike` that finds the words as typed: the wildcards of SQL are ordinary characters in a name. */
export const containing = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;
