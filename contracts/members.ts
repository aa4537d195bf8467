import { z } from "zod";
import { EmailAddress } from "./organisations.ts";
import { nameProblem } from "./register.ts";
import { StructureError } from "./structure.ts";
import { Together } from "./wave-views.ts";

/** A name that a spreadsheet would not run. */
export const MemberName = z
  .string()
  .max(1000)
  .trim()
  .superRefine((value, ctx) => {
    const message = nameProblem(value);
    if (message !== null) ctx.addIssue({ code: "custom", message });
  });

export const AddMember = z.object({
  unitId: z.uuid(),
  name: MemberName,
  /** Null: no address; answers by a printed code. */
  email: EmailAddress.nullable(),
});
export type AddMember = z.infer<typeof AddMember>;

export const MemberRef = z.object({ memberId: z.uuid() });
export type MemberRef = z.infer<typeof MemberRef>;

export const ListOfUnit = z.object({ unitId: z.uuid() });
export type ListOfUnit = z.infer<typeof ListOfUnit>;

export const MemberView = z.object({
  memberId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  startsOn: z.string(),
});
export type MemberView = z.infer<typeof MemberView>;

export const MemberList = z.object({
  unitId: z.string(),
  name: z.string(),
  code: z.string(),
  members: z.array(MemberView),
});
export type MemberList = z.infer<typeof MemberList>;

/** How many stand on each list of HR's part, in the order of the tree. */
export const MemberCounts = z.object({
  units: z.array(
    z.object({
      unitId: z.string(),
      name: z.string(),
      code: z.string(),
      isTeam: z.boolean(),
      depth: z.number().int(),
      people: z.number().int(),
      withoutAddress: z.number().int(),
    }),
  ),
  people: z.number().int(),
});
export type MemberCounts = z.infer<typeof MemberCounts>;

/** The lists that the reader keeps themselves: teams they run, and whoever sits directly in a unit they lead. */
export const OwnLists = z.object({
  /** The wave that waits for them, or the next one planned. */
  wave: z
    .object({
      waveId: z.string(),
      label: z.string(),
      confirming: z.boolean(),
      /** Wall time; null: HR opens it by hand. */
      opensAt: z.string().nullable(),
    })
    .nullable(),
  lists: z.array(
    MemberList.extend({
      isTeam: z.boolean(),
      inWave: z.boolean(),
      confirmedBy: z.string().nullable(),
      /** Teams of the same unit, to report together with while the next wave is planned. */
      siblings: z.array(z.object({ unitId: z.string(), name: z.string() })),
    }),
  ),
  /** Proposals to report together that concern these teams, while the wave is planned. */
  together: z.array(Together),
});
export type OwnLists = z.infer<typeof OwnLists>;

export const MEMBER_COLUMNS = ["team_code", "name", "email"] as const;
export const MAX_MEMBERS = 50_000;
/** Over 40% of the people on the named lists leaving needs a typed confirmation. */
export const MEMBERS_LEAVING_LIMIT = 0.4;

export const MembersUpload = z.object({
  fileName: z.string().max(200),
  /** In base64: the server alone decides what the bytes mean. */
  content: z.string().max(7_000_000, "The file must be smaller than 5 MB."),
});
export type MembersUpload = z.infer<typeof MembersUpload>;

export const ApplyMembers = MembersUpload.extend({
  hash: z.string().length(64),
  confirmation: z.string().max(100).nullable(),
});
export type ApplyMembers = z.infer<typeof ApplyMembers>;

export const MemberChange = z.object({
  change: z.enum(["joins", "leaves", "renamed"]),
  unit: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  before: z.string().nullable(),
});
export type MemberChange = z.infer<typeof MemberChange>;

export const MembersPreview = z.object({
  rows: z.number().int(),
  lists: z.number().int(),
  joins: z.number().int(),
  leaves: z.number().int(),
  renamed: z.number().int(),
  unchanged: z.number().int(),
  changes: z.array(MemberChange),
  errors: z.array(StructureError),
  errorCount: z.number().int(),
  confirmation: z.string().nullable(),
  hash: z.string(),
});
export type MembersPreview = z.infer<typeof MembersPreview>;

export const AppliedMembers = z.object({
  joins: z.number().int(),
  leaves: z.number().int(),
  renamed: z.number().int(),
});
export type AppliedMembers = z.infer<typeof AppliedMembers>;
