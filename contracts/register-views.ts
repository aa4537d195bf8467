import { z } from "zod";
import { Invitation } from "./organisations.ts";
import { RegistrationDecision, UnitKind, UnitStatus, WorkingPattern } from "./register.ts";
import { Role } from "./roles.ts";

const count = z.number().int().min(0);

export const UnitRef = z.object({ id: z.string(), code: z.string(), name: z.string() });
export type UnitRef = z.infer<typeof UnitRef>;

export const TreeUnit = UnitRef.extend({
  /** Null for the top of what the reader sees, whatever stands above it. */
  parentId: z.string().nullable(),
  kind: UnitKind,
  headcount: z.number().int().nullable(),
  workingPattern: WorkingPattern.nullable(),
  /** Names. */
  supervisors: z.array(z.string()),
  /** The reader may rename it and put units below it. */
  manageable: z.boolean(),
  /** The reader may move, merge and close it: the unit above is theirs too. */
  loose: z.boolean(),
});
export type TreeUnit = z.infer<typeof TreeUnit>;

/** The live tree of the reader's part; `above` names what stands over each top unit, and nothing else of it. */
export const Tree = z.object({
  units: z.array(TreeUnit),
  above: z.array(z.object({ unitId: z.string(), names: z.array(z.string()) })),
  everywhere: z.boolean(),
});
export type Tree = z.infer<typeof Tree>;

const RoleHolder = z.object({ personName: z.string(), role: Role, unitName: z.string() });

export const UnitView = UnitRef.extend({
  kind: UnitKind,
  status: UnitStatus,
  /** Names from the organisation down to the unit above. */
  above: z.array(z.string()),
  headcount: z.number().int().nullable(),
  workingPattern: WorkingPattern.nullable(),
  /** The reader may change head count and pattern: HR, and the leader of that part. */
  editable: z.boolean(),
  /** The address only for whoever may name supervisors. */
  supervisors: z.array(z.object({ personId: z.string(), name: z.string(), email: z.string().nullable() })),
  below: z.object({ count, names: z.array(z.string()) }),
  /** Roles that would end if it closed with all below it; at most 50. Only for whoever may close it. */
  roles: z.array(RoleHolder),
});
export type UnitView = z.infer<typeof UnitView>;

export const CreatedUnit = UnitRef.extend({ supervisor: z.string().nullable(), invitation: Invitation.nullable() });
export type CreatedUnit = z.infer<typeof CreatedUnit>;

export const MergedUnit = UnitRef.extend({
  /** Units and teams that came along. */
  moved: count,
  /** Roles that ended with the merged unit: HR decides who gets one in the other. */
  ended: z.array(RoleHolder),
});
export type MergedUnit = z.infer<typeof MergedUnit>;

export const ClosedUnit = UnitRef.extend({ closed: count, ended: z.array(RoleHolder) });
export type ClosedUnit = z.infer<typeof ClosedUnit>;

export const NamedSupervisor = z.object({
  personName: z.string(),
  /** Null when only HR of that part may hand it over. */
  invitation: Invitation.nullable(),
  /** Names of those who stopped. */
  ended: z.array(z.string()),
});
export type NamedSupervisor = z.infer<typeof NamedSupervisor>;

export const RegisteredTeam = UnitRef.extend({
  /** Waits for HR's yes. */
  waiting: z.boolean(),
  supervisor: z.string(),
  invitation: Invitation.nullable(),
});
export type RegisteredTeam = z.infer<typeof RegisteredTeam>;

export const Registration = UnitRef.extend({
  parentName: z.string(),
  headcount: z.number().int().nullable(),
  workingPattern: WorkingPattern.nullable(),
  supervisorName: z.string().nullable(),
  supervisorEmail: z.string(),
  registeredBy: z.string(),
  /** ISO instants. */
  registeredAt: z.string(),
  /** Null while it waits. */
  decision: RegistrationDecision.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** The reader may approve or decline it. */
  mine: z.boolean(),
});
export type Registration = z.infer<typeof Registration>;

export const ListRegistrations = z.object({
  waiting: z.boolean(),
  cursor: z.string().max(400).nullish(),
  limit: z.number().int().min(1).max(100).default(25),
});
export type ListRegistrations = z.infer<typeof ListRegistrations>;

export const Registrations = z.object({
  registrations: z.array(Registration),
  total: count,
  nextCursor: z.string().nullable(),
});
export type Registrations = z.infer<typeof Registrations>;

/** Units that a team may be registered under; `approves` is true where the reader's own registration is live at once. */
export const ListParents = z.object({ search: z.string().trim().max(120).optional() });
export type ListParents = z.infer<typeof ListParents>;

export const Parents = z.object({
  units: z.array(UnitRef.extend({ parentName: z.string().nullable(), liveAtOnce: z.boolean() })),
  /** There are more than the list shows: search. */
  more: z.boolean(),
});
export type Parents = z.infer<typeof Parents>;

export const Managed = z.object({ everywhere: z.boolean(), units: z.array(UnitRef) });
export type Managed = z.infer<typeof Managed>;

export const StructureFile = z.object({ fileName: z.string(), text: z.string() });
export type StructureFile = z.infer<typeof StructureFile>;
