import type { z } from "zod";

/**
 * The output contract of a procedure that answers with thousands of rows. tRPC checks a schema asynchronously, and zod
 * compiles its checks of objects for synchronous checking only: a heatmap of 2,000 rows takes 2 ms so, and 12 ms otherwise.
 */
export function inOneGo<S extends z.ZodType>(schema: S): (answer: unknown) => z.output<S> {
  return (answer) => schema.parse(answer);
}
