import { z } from "zod";

/**
 * The permission catalogue, as data. Which role holds which permission is in `server/authz/roles.ts`; the role x
 * permission x scope matrix test is generated from both.
 */
export const PERMISSIONS = [
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
  "assessment:fill",
  "assessment:read",
  "call:make",
  "call:read",
  "plan:run",
  "help:ask",
  "help:answer",
  "help:read",
  "priority:state",
  "decision:write",
  "coverage:read",
  "result:read",
  "certificate:read",
  "import:run",
  "audit:read",
] as const;
export const Permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof Permission>;

/** Permissions of the installation's operator; none of them opens an organisation's results. */
export const OPERATOR_PERMISSIONS = ["installation:read", "installation:manage"] as const;
export type OperatorPermission = (typeof OPERATOR_PERMISSIONS)[number];
