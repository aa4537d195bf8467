import type { StructureChange, StructureCounts } from "#contracts/structure.ts";

export const CHANGE_LABELS: Record<StructureChange["change"], string> = {
  created: "New",
  renamed: "Renamed",
  moved: "Moved",
  closed: "Closed",
  edited: "Head count or pattern",
  supervisor: "Supervisor",
};

const COUNTED: [keyof StructureCounts, string][] = [
  ["created", "new"],
  ["renamed", "renamed"],
  ["moved", "moved"],
  ["closed", "closed"],
  ["edited", "with another head count or pattern"],
  ["supervisors", "with a new supervisor"],
];

/** "3 new, 1 moved." The same word for the check and for what was done. */
export function countsInWords(counts: StructureCounts): string {
  const parts = COUNTED.filter(([key]) => counts[key] > 0).map(
    ([key, words]) => `${counts[key].toLocaleString("en-GB")} ${words}`,
  );
  if (parts.length === 0) return "Nothing changes: the file says what is there already.";
  return `${parts.join(", ")}. ${counts.unchanged.toLocaleString("en-GB")} unchanged.`;
}

/** What one change does, in a phrase. */
export function changeInWords({ change, before, after }: StructureChange): string {
  if (change === "created") return `below ${after ?? "the organisation"}`;
  if (change === "closed") return "";
  if (change === "supervisor") return after ?? "";
  return `${before ?? ""} → ${after ?? ""}`;
}
