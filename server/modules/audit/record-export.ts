import type { RecordExport } from "#contracts/audit.ts";
import { command } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** A file that leaves the product leaves a row: it is written before the first line is sent. */
export const recordExport = command("audit.export", async (_scope: Scope<"audit:read">, input: RecordExport) => ({
  view: { recorded: true },
  audit: {
    subjectId: null,
    subject: input.what === "changes" ? "Changes" : "Refusals and sign-ins",
    after: { file: `${input.what}.csv` },
  },
}));
