import { z } from "zod";

/** Roles inside an organisation (product.md, section 2). The operator is not one: it belongs to the installation. */
export const ROLES = ["supervisor", "senior_leader", "hr_admin", "member"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const ROLE_LABELS: Record<Role, string> = {
  supervisor: "Supervisor",
  senior_leader: "Senior leader",
  hr_admin: "HR admin",
  member: "Team member",
};
