import { ROLE_LABELS, type Role } from "#contracts/roles.ts";

/** Which roles ended, for HR to decide who gets one elsewhere. */
export function rolesEnded(ended: readonly { personName: string; role: Role; unitName: string }[]): string {
  if (ended.length === 0) return "No roles ended.";
  const named = ended.slice(0, 5).map((e) => `${e.personName} (${ROLE_LABELS[e.role].toLowerCase()}, ${e.unitName})`);
  const more = ended.length - named.length;
  return `Roles that ended: ${named.join("; ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

export const people = (n: number | null): string =>
  n === null ? "head count not given" : `${n.toLocaleString("en-GB")} ${n === 1 ? "person" : "people"}`;
