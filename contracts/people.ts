import { z } from "zod";
import { EmailAddress, Invitation, PersonName } from "./organisations.ts";
import { UnitKind } from "./register.ts";
import { Role } from "./roles.ts";

export const PERSON_STATUSES = ["active", "suspended", "left"] as const;
export const PersonStatus = z.enum(PERSON_STATUSES);
export type PersonStatus = z.infer<typeof PersonStatus>;

/** ready: has chosen a password. invited: a link is open. not_invited: neither. */
export const SignInState = z.enum(["ready", "invited", "not_invited"]);
export type SignInState = z.infer<typeof SignInState>;

export const AssignmentState = z.enum(["in_force", "starts_later", "ended", "revoked"]);
export type AssignmentState = z.infer<typeof AssignmentState>;

const IsoDate = z.iso.date("Enter a date.");
const Search = z.string().trim().max(120).optional();

export const ListPeople = z.object({
  search: Search,
  cursor: z.string().max(400).nullish(),
  limit: z.number().int().min(1).max(100).default(50),
});
export type ListPeople = z.infer<typeof ListPeople>;

export const PersonRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  status: PersonStatus,
  /** In force today, and within the reader's part of the organisation. */
  roles: z.array(z.object({ role: Role, unitName: z.string(), isDeputy: z.boolean() })),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const People = z.object({
  people: z.array(PersonRow),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
  /** The reader sees the whole organisation, not a branch. */
  everywhere: z.boolean(),
});
export type People = z.infer<typeof People>;

export const PersonId = z.object({ personId: z.uuid() });
export type PersonId = z.infer<typeof PersonId>;

export const AssignmentView = z.object({
  id: z.string(),
  role: Role,
  unitId: z.string(),
  unitName: z.string(),
  unitKind: UnitKind,
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  state: AssignmentState,
  /** Whom a deputy stands in for. */
  deputyFor: z.string().nullable(),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  status: PersonStatus,
  isSelf: z.boolean(),
  signIn: SignInState,
  /** ISO instant until which an open link can be used. */
  linkUntil: z.string().nullable(),
  assignments: z.array(AssignmentView),
  /** Roles in force or to come outside the reader's part: then only HR of the whole organisation may suspend. */
  rolesElsewhere: z.number().int(),
  today: z.string(),
});
export type PersonView = z.infer<typeof PersonView>;

export const AddPerson = z.object({
  name: PersonName,
  email: EmailAddress,
  /** HR of a branch gives the first role at once: somebody without any role belongs to no branch. */
  role: z.object({ role: Role, unitId: z.uuid() }).optional(),
});
export type AddPerson = z.infer<typeof AddPerson>;

export const AddedPerson = z.object({ personId: z.string(), name: z.string(), invitation: Invitation });
export type AddedPerson = z.infer<typeof AddedPerson>;

export const AssignRole = z.object({
  personId: z.uuid(),
  role: Role,
  unitId: z.uuid("Choose a unit or a team."),
  startsOn: IsoDate,
  endsOn: IsoDate.nullable(),
});
export type AssignRole = z.infer<typeof AssignRole>;

/** Role and unit are those of the assignment stood in for. */
export const NameDeputy = z.object({
  personId: z.uuid(),
  assignmentId: z.uuid("Choose whom they stand in for."),
  startsOn: IsoDate,
  endsOn: IsoDate,
});
export type NameDeputy = z.infer<typeof NameDeputy>;

export const AssignmentId = z.object({ assignmentId: z.uuid() });
export type AssignmentId = z.infer<typeof AssignmentId>;

export const ListAssignableUnits = z.object({ role: Role, search: Search });
export type ListAssignableUnits = z.infer<typeof ListAssignableUnits>;

export const AssignableUnit = z.object({
  id: z.string(),
  name: z.string(),
  kind: UnitKind,
  /** The unit above, to tell two of the same name apart; null for the organisation. */
  parentName: z.string().nullable(),
});
export type AssignableUnit = z.infer<typeof AssignableUnit>;

export const ListHolders = z.object({ search: Search });
export type ListHolders = z.infer<typeof ListHolders>;

/** Somebody whose role a deputy may stand in for. */
export const Holder = z.object({
  assignmentId: z.string(),
  personId: z.string(),
  personName: z.string(),
  role: Role,
  unitName: z.string(),
});
export type Holder = z.infer<typeof Holder>;
