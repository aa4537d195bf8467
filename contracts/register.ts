import { z } from "zod";
import { EmailAddress, PersonName } from "./organisations.ts";

export const UNIT_KINDS = ["organisation", "unit", "team"] as const;
export const UnitKind = z.enum(UNIT_KINDS);
export type UnitKind = z.infer<typeof UnitKind>;

export const UNIT_STATUSES = ["pending", "live", "closed"] as const;
export const UnitStatus = z.enum(UNIT_STATUSES);
export type UnitStatus = z.infer<typeof UnitStatus>;

export const WORKING_PATTERNS = ["site", "hybrid", "remote"] as const;
export const WorkingPattern = z.enum(WORKING_PATTERNS);
export type WorkingPattern = z.infer<typeof WorkingPattern>;

/** at_once: the organisation lets registered teams live without HR. closed_above: the unit above was closed first. */
export const REGISTRATION_DECISIONS = ["at_once", "approved", "declined", "closed_above"] as const;
export const RegistrationDecision = z.enum(REGISTRATION_DECISIONS);
export type RegistrationDecision = z.infer<typeof RegistrationDecision>;

export const UNIT_KIND_LABELS: Record<UnitKind, string> = { organisation: "Organisation", unit: "Unit", team: "Team" };

export const WORKING_PATTERN_LABELS: Record<WorkingPattern, string> = {
  site: "On site",
  hybrid: "Hybrid",
  remote: "Remote",
};

/** Levels below the organisation. A tree deeper than this is a mistake in a file, and paths would grow with its square. */
export const MAX_DEPTH = 12;
/** Live units of one organisation; also the rows of one structure file. */
export const MAX_UNITS = 10_000;

/** A spreadsheet would run a name that begins like a formula. */
const FORMULA = /^[=+\-@]/;
const CONTROL = /\p{Cc}/u;

/** What is wrong with a name or a code, in words; null when nothing is. Shared by the screen and the file. */
export function nameProblem(name: string): string | null {
  if (name === "") return "Enter a name.";
  if (name.length > 120) return "Use at most 120 characters for a name.";
  if (FORMULA.test(name)) return "A name cannot begin with =, +, - or @: a spreadsheet would read it as a formula.";
  return CONTROL.test(name) ? "A name cannot hold line breaks or control characters." : null;
}

export function codeProblem(code: string): string | null {
  if (code === "") return "Enter a code.";
  if (code.length > 40) return "Use at most 40 characters for a code.";
  if (FORMULA.test(code)) return "A code cannot begin with =, +, - or @: a spreadsheet would read it as a formula.";
  return CONTROL.test(code) ? "A code cannot hold line breaks or control characters." : null;
}

/** The message of the rule above on a zod string. */
const held = (problem: (value: string) => string | null) =>
  z
    .string()
    .max(1000)
    .trim()
    .superRefine((value, ctx) => {
      const message = problem(value);
      if (message !== null) ctx.addIssue({ code: "custom", message });
    });

export const UnitName = held(nameProblem);
export const UnitCode = held(codeProblem);
export const Headcount = z
  .number("Enter a whole number.")
  .int("Enter a whole number.")
  .min(0, "Enter 0 or more.")
  .max(100_000, "Enter at most 100,000.");

const Id = z.uuid();
const optionalHeadcount = Headcount.nullable();
const optionalPattern = WorkingPattern.nullable();
const SupervisorName = PersonName.nullable();

export const CreateUnit = z.object({
  parentId: z.uuid("Choose the unit above."),
  kind: z.enum(["unit", "team"]),
  name: UnitName,
  /** Null: the next free code below the parent. */
  code: UnitCode.nullable(),
  headcount: optionalHeadcount,
  workingPattern: optionalPattern,
  supervisorEmail: EmailAddress.nullable(),
  supervisorName: SupervisorName,
});
export type CreateUnit = z.infer<typeof CreateUnit>;

export const RenameUnit = z.object({ unitId: Id, name: UnitName, code: UnitCode });
export type RenameUnit = z.infer<typeof RenameUnit>;

export const MoveUnit = z.object({ unitId: Id, parentId: z.uuid("Choose the unit above.") });
export type MoveUnit = z.infer<typeof MoveUnit>;

export const MergeUnit = z.object({
  unitId: Id,
  intoId: z.uuid("Choose what it goes into."),
  /** Of the merged team; units have none. */
  headcount: optionalHeadcount,
});
export type MergeUnit = z.infer<typeof MergeUnit>;

export const CloseUnit = z.object({
  unitId: Id,
  /** How many units below were listed when the person said yes; null while none may close. */
  below: z.number().int().min(0).nullable(),
});
export type CloseUnit = z.infer<typeof CloseUnit>;

export const EditTeam = z.object({ unitId: Id, headcount: optionalHeadcount, workingPattern: optionalPattern });
export type EditTeam = z.infer<typeof EditTeam>;

export const NameSupervisor = z.object({
  unitId: Id,
  email: EmailAddress,
  /** Only for somebody new; a known person keeps their name. */
  name: SupervisorName,
  /** Whoever supervises the team now stops. */
  replace: z.boolean(),
});
export type NameSupervisor = z.infer<typeof NameSupervisor>;

export const RegisterTeam = z.object({
  parentId: z.uuid("Choose the unit that the team belongs to."),
  name: UnitName,
  supervisorEmail: EmailAddress,
  supervisorName: SupervisorName,
  headcount: Headcount,
  workingPattern: z.enum(WORKING_PATTERNS, "Choose how the team works."),
});
export type RegisterTeam = z.infer<typeof RegisterTeam>;

/** The people who report to the leader of a unit, as a team that the leader supervises. */
export const RegisterOwnTeam = RegisterTeam.pick({ name: true, headcount: true, workingPattern: true }).extend({
  unitId: Id,
  /** Whoever stands directly in the unit goes on the team's list. */
  takePeople: z.boolean(),
});
export type RegisterOwnTeam = z.infer<typeof RegisterOwnTeam>;

export const UnitId = z.object({ unitId: Id });
export type UnitId = z.infer<typeof UnitId>;

export const DeclineTeam = z.object({
  unitId: Id,
  reason: z.string().trim().min(1, "Say why, for whoever asked.").max(500, "Use at most 500 characters."),
});
export type DeclineTeam = z.infer<typeof DeclineTeam>;
