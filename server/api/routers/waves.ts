import { z } from "zod";
import {
  EditPulse,
  GroupRef,
  GroupTeams,
  PlanPulse,
  ReadCost,
  RenameWave,
  WithdrawWave,
} from "#contracts/wave-plans.ts";
import {
  CostOfK,
  LinkSheets,
  PlanBasis,
  PromiseText,
  PulseDetail,
  RehearsalView,
  SetCadence,
  WavePageView,
} from "#contracts/wave-views.ts";
import { ListWaves, PlanWave, WavePage, WaveRef, WaveSummary } from "#contracts/waves.ts";
import { setCadence } from "#server/modules/organisations/index.ts";
import {
  closePulse,
  closeWave,
  createWave,
  editPulse,
  groupTeams,
  launchWave,
  listWaves,
  openPulse,
  openWave,
  planPulse,
  readCost,
  readPlanBasis,
  readPromise,
  readPulse,
  readRehearsal,
  readSheets,
  readWave,
  rehearseWave,
  remindEverybody,
  removeWave,
  renameWave,
  ungroupTeams,
  withdrawPulse,
} from "#server/modules/waves/index.ts";
import { can, router } from "../procedures.ts";

const Group = z.object({ groupId: z.string() });

export const wavesRouter = router({
  list: can("wave:read")
    .input(ListWaves)
    .output(WavePage)
    .query(({ ctx, input }) => listWaves(ctx.scope, input)),
  read: can("wave:run")
    .input(WaveRef)
    .output(WavePageView)
    .query(({ ctx, input }) => readWave(ctx.scope, input)),
  create: can("wave:run")
    .input(PlanWave)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => createWave(ctx.scope, input)),
  open: can("wave:run")
    .input(WaveRef)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => openWave(ctx.scope, input)),
  close: can("wave:run")
    .input(WaveRef)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => closeWave(ctx.scope, input)),
  basis: can("wave:read")
    .output(PlanBasis)
    .query(({ ctx }) => readPlanBasis(ctx.scope)),
  cost: can("wave:run")
    .input(ReadCost)
    .output(CostOfK)
    .query(({ ctx, input }) => readCost(ctx.scope, input)),
  pulse: can("wave:run")
    .input(WaveRef)
    .output(PulseDetail)
    .query(({ ctx, input }) => readPulse(ctx.scope, input)),
  promise: can("wave:read")
    .input(WaveRef)
    .output(PromiseText)
    .query(({ ctx, input }) => readPromise(ctx.scope, input)),
  plan: can("wave:run")
    .input(PlanPulse)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => planPulse(ctx.scope, input)),
  edit: can("wave:run")
    .input(EditPulse)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => editPulse(ctx.scope, input)),
  rename: can("wave:run")
    .input(RenameWave)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => renameWave(ctx.scope, input)),
  remove: can("wave:run")
    .input(WaveRef)
    .output(z.object({ label: z.string() }))
    .mutation(({ ctx, input }) => removeWave(ctx.scope, input)),
  group: can("wave:run")
    .input(GroupTeams)
    .output(Group)
    .mutation(({ ctx, input }) => groupTeams(ctx.scope, input)),
  ungroup: can("wave:run")
    .input(GroupRef)
    .output(Group)
    .mutation(({ ctx, input }) => ungroupTeams(ctx.scope, input)),
  launch: can("wave:run")
    .input(WaveRef)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => launchWave(ctx.scope, input)),
  openPulse: can("wave:run")
    .input(WaveRef)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => openPulse(ctx.scope, input)),
  closePulse: can("wave:run")
    .input(WaveRef)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => closePulse(ctx.scope, input)),
  remind: can("wave:run")
    .input(WaveRef)
    .output(z.object({ people: z.number().int() }))
    .mutation(({ ctx, input }) => remindEverybody(ctx.scope, input)),
  withdraw: can("wave:run")
    .input(WithdrawWave)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => withdrawPulse(ctx.scope, input)),
  setCadence: can("wave:run")
    .input(SetCadence)
    .output(SetCadence)
    .mutation(({ ctx, input }) => setCadence(ctx.scope, input)),
  rehearse: can("wave:run")
    .input(WaveRef)
    .output(WaveSummary)
    .mutation(({ ctx, input }) => rehearseWave(ctx.scope, input)),
  rehearsal: can("wave:run")
    .input(WaveRef)
    .output(RehearsalView)
    .query(({ ctx, input }) => readRehearsal(ctx.scope, input)),
  sheets: can("wave:run")
    .input(WaveRef)
    .output(LinkSheets)
    .query(({ ctx, input }) => readSheets(ctx.scope, input)),
});
