import type { Permission } from "#contracts/permissions.ts";
import type { Role } from "#contracts/roles.ts";

/**
 * Roles as data. An assignment gives its role's permissions on its unit and everything below, nothing else; assignments
 * are never added up (product.md, section 2).
 */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  supervisor: [
    "organisation:read",
    "unit:read",
    "member:confirm",
    "wave:read",
    "assessment:fill",
    "call:make",
    "plan:run",
    "help:ask",
    "help:read",
    "decision:write",
    "result:read",
  ],
  senior_leader: [
    "organisation:read",
    "unit:read",
    "team:register",
    "member:confirm",
    "wave:read",
    "assessment:read",
    "call:read",
    "help:answer",
    "help:read",
    "priority:state",
    "result:read",
    "certificate:read",
  ],
  hr_admin: [
    "organisation:read",
    "organisation:create",
    "setting:manage",
    "unit:read",
    "unit:manage",
    "team:register",
    "team:approve",
    "member:confirm",
    "member:manage",
    "person:read",
    "person:manage",
    "role:read",
    "role:manage",
    "wave:read",
    "wave:run",
    "assessment:read",
    "call:read",
    "help:read",
    "coverage:read",
    "result:read",
    "certificate:read",
    "import:run",
    "audit:read",
  ],
  member: ["organisation:read"],
};

/**
 * Permissions that only make sense for the organisation as a whole: an assignment for a branch does not give them
 * (settings, new organisations, waves, imports and the audit trail concern everybody).
 */
export const WHOLE_ORGANISATION: ReadonlySet<Permission> = new Set<Permission>([
  "organisation:create",
  "setting:manage",
  "wave:run",
  "import:run",
  "audit:read",
]);

/** Roles whose sessions end after 30 idle minutes. */
export const SHORT_SESSION_ROLES: ReadonlySet<Role> = new Set<Role>(["hr_admin"]);
export const SHORT_IDLE_MINUTES = 30;
export const LONG_IDLE_MINUTES = 720;
export const ABSOLUTE_HOURS = 24;
