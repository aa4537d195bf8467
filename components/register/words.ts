import { ROLE_LABELS, type Role } from "#contracts/roles.ts";

/** Inside a sentence: "senior leader", but "HR admin". */
export const roleWords = (role: Role): string =>
  role === "hr_admin" ? ROLE_LABELS[role] : ROLE_LABELS[role].toLowerCase();

/** "Assessment (2)": two units may share a name. */
export function grouped(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, n]) => (n === 1 ? name : `${name} (${n})`));
}

/** Which roles ended, for HR to decide who gets one elsewhere. */
export function rolesEnded(ended: readonly { personName: string; role: Role; unitName: string }[]): string {
  if (ended.length === 0) return "No roles ended.";
  const named = ended.slice(0, 5).map((e) => `${e.personName} (${roleWords(e.role)}, ${e.unitName})`);
  const more = ended.length - named.length;
  return `Roles that ended: ${named.join("; ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

export const people = (n: number | null): string =>
  n === null ? "head count not given" : `${n.toLocaleString("en-GB")} ${n === 1 ? "person" : "people"}`;
