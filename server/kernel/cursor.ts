import { z } from "zod";
import { invalid } from "#server/kernel/errors.ts";

const Place = z.tuple([z.string(), z.string()]);

/** Where a list goes on: the sort value and the id of the last row. Opaque outside, never a number of rows. */
export const toCursor = (value: string, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString("base64url");

/** @throws invalid for anything that `toCursor` did not make */
export function fromCursor(cursor: string): [value: string, id: string] {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw invalid("This page of the list is not known. Start at the first page.");
  }
}
