import {
  CloseUnit,
  CreateUnit,
  DeclineTeam,
  EditTeam,
  MergeUnit,
  MoveUnit,
  NameSupervisor,
  RegisterOwnTeam,
  RegisterTeam,
  RenameUnit,
  UnitId,
} from "#contracts/register.ts";
import {
  ClosedUnit,
  CreatedUnit,
  ListParents,
  ListRegistrations,
  Managed,
  MergedUnit,
  NamedSupervisor,
  Parents,
  RegisteredTeam,
  Registrations,
  StructureFile,
  Tree,
  UnitRef,
  UnitView,
} from "#contracts/register-views.ts";
import { AppliedStructure, ApplyStructure, StructurePreview, StructureUpload } from "#contracts/structure.ts";
import { alsoAllowed } from "#server/authz/index.ts";
import {
  applyStructure,
  approveTeam,
  closeUnit,
  createUnit,
  declineTeam,
  editTeam,
  listManaged,
  listParents,
  listRegistrations,
  mergeUnit,
  moveUnit,
  nameSupervisor,
  previewStructure,
  readStructureFile,
  readTree,
  readUnit,
  registerOwnTeam,
  registerTeam,
  renameUnit,
} from "#server/modules/register/index.ts";
import { can, router } from "../procedures.ts";

export const registerRouter = router({
  tree: can("unit:read")
    .output(Tree)
    .query(({ ctx }) => readTree(ctx.scope, ctx.member)),
  unit: can("unit:read")
    .input(UnitId)
    .output(UnitView)
    .query(({ ctx, input }) => readUnit(ctx.scope, { ...input, member: ctx.member })),
  managed: can("unit:manage")
    .output(Managed)
    .query(({ ctx }) => listManaged(ctx.scope)),
  create: can("unit:manage")
    .input(CreateUnit)
    .output(CreatedUnit)
    .mutation(({ ctx, input }) => createUnit(ctx.scope, input)),
  rename: can("unit:manage")
    .input(RenameUnit)
    .output(UnitRef)
    .mutation(({ ctx, input }) => renameUnit(ctx.scope, input)),
  move: can("unit:manage")
    .input(MoveUnit)
    .output(UnitRef)
    .mutation(({ ctx, input }) => moveUnit(ctx.scope, input)),
  merge: can("unit:manage")
    .input(MergeUnit)
    .output(MergedUnit)
    .mutation(({ ctx, input }) => mergeUnit(ctx.scope, input)),
  close: can("unit:manage")
    .input(CloseUnit)
    .output(ClosedUnit)
    .mutation(({ ctx, input }) => closeUnit(ctx.scope, input)),
  nameSupervisor: can("unit:manage")
    .input(NameSupervisor)
    .output(NamedSupervisor)
    .mutation(({ ctx, input }) => nameSupervisor(ctx.scope, input)),
  editTeam: can("team:register")
    .input(EditTeam)
    .output(UnitRef)
    .mutation(({ ctx, input }) => editTeam(ctx.scope, input)),
  parents: can("team:register")
    .input(ListParents)
    .output(Parents)
    .query(({ ctx, input }) => listParents(ctx.scope, { ...input, member: ctx.member })),
  registrations: can("team:register")
    .input(ListRegistrations)
    .output(Registrations)
    .query(({ ctx, input }) => listRegistrations(ctx.scope, { page: input, member: ctx.member })),
  registerTeam: can("team:register")
    .input(RegisterTeam)
    .output(RegisteredTeam)
    .mutation(({ ctx, input }) =>
      registerTeam(ctx.scope, { team: input, approves: alsoAllowed(ctx.member, "team:approve") }),
    ),
  registerOwnTeam: can("team:register")
    .input(RegisterOwnTeam)
    .output(RegisteredTeam)
    .mutation(({ ctx, input }) =>
      registerOwnTeam(ctx.scope, { team: input, approves: alsoAllowed(ctx.member, "team:approve") }),
    ),
  approveTeam: can("team:approve")
    .input(UnitId)
    .output(RegisteredTeam)
    .mutation(({ ctx, input }) => approveTeam(ctx.scope, input)),
  declineTeam: can("team:approve")
    .input(DeclineTeam)
    .output(UnitRef)
    .mutation(({ ctx, input }) => declineTeam(ctx.scope, input)),
  structureFile: can("unit:manage")
    .output(StructureFile)
    .query(({ ctx }) => readStructureFile(ctx.scope)),
  previewStructure: can("unit:manage")
    .input(StructureUpload)
    .output(StructurePreview)
    .mutation(({ ctx, input }) => previewStructure(ctx.scope, input)),
  applyStructure: can("unit:manage")
    .input(ApplyStructure)
    .output(AppliedStructure)
    .mutation(({ ctx, input }) => applyStructure(ctx.scope, input)),
});
