import { createHash } from "node:crypto";
import type { StatementPart } from "#contracts/statements.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listStatements } from "./pulse-queries.ts";
import type { WaveRow } from "./queries.ts";
import { receiptText } from "./receipt-rules.ts";

/** What a launched wave promises, as a text, and its SHA-256 in hex: the receipt. */
export async function promisedBy(scope: Scope, found: WaveRow): Promise<{ text: string; receipt: string }> {
  const { closesAt, deletesOn } = found;
  if (!closesAt || !deletesOn) throw new Error("a wave without its dates promises nothing");
  const statements = await listStatements(scope, found.id);
  const text = receiptText({
    organisation: scope.organisation.name,
    wave: found.label,
    k: found.k,
    closesAt: closesAt.toISOString(),
    closesOn: dateIn(scope.organisation.zone, closesAt),
    deletesOn,
    welsh: found.welsh,
    statements: statements.map((s) => ({ ...s, part: s.part as StatementPart })),
  });
  return { text, receipt: createHash("sha256").update(text).digest("hex") };
}
