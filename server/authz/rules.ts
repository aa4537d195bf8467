import type { Permission } from "#contracts/permissions.ts";
import type { Role } from "#contracts/roles.ts";
import { ROLE_PERMISSIONS, WHOLE_ORGANISATION } from "./roles.ts";

export type Assignment = {
  role: Role;
  unitId: string;
  /** The assignment's unit is the organisation's root. */
  isRoot: boolean;
  /** ISO dates, inclusive. */
  startsOn: string;
  endsOn: string | null;
  revoked: boolean;
};

/** An assignment counts on its first and last day, and never after it was revoked. */
export function isInForce(a: Assignment, today: string): boolean {
  return !a.revoked && a.startsOn <= today && (a.endsOn === null || today <= a.endsOn);
}

/**
 * The units a permission holds for. Each assignment is evaluated alone: a unit enters only through an assignment that
 * itself gives this permission. Empty means refused.
 */
export function rootsFor(assignments: readonly Assignment[], permission: Permission, today: string): string[] {
  const roots = new Set<string>();
  for (const a of assignments) {
    if (!isInForce(a, today)) continue;
    if (!ROLE_PERMISSIONS[a.role].includes(permission)) continue;
    if (WHOLE_ORGANISATION.has(permission) && !a.isRoot) continue;
    roots.add(a.unitId);
  }
  return [...roots];
}

/** Every permission that holds somewhere, for navigation; what a page may do is still asked per procedure. */
export function permissionsSomewhere(assignments: readonly Assignment[], today: string): Permission[] {
  const all = new Set(Object.values(ROLE_PERMISSIONS).flat());
  return [...all].filter((p) => rootsFor(assignments, p, today).length > 0);
}
