import { ListWaves, PlanWave, WaveDetail, WavePage, WaveRef, WaveSummary } from "#contracts/waves.ts";
import { closeWave, createWave, listWaves, openWave, readWave } from "#server/modules/waves/index.ts";
import { can, router } from "../procedures.ts";

export const wavesRouter = router({
  list: can("wave:read")
    .input(ListWaves)
    .output(WavePage)
    .query(({ ctx, input }) => listWaves(ctx.scope, input)),
  read: can("wave:run")
    .input(WaveRef)
    .output(WaveDetail)
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
});
