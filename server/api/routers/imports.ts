import { z } from "zod";
import {
  ChooseOptions,
  FinishUpload,
  ImportId,
  ImportPage,
  ImportView,
  ListImports,
  MappingRead,
  ReadMapping,
  ReceiveChunk,
  StartUpload,
  WithdrawImport,
} from "#contracts/imports.ts";
import {
  applyImport,
  chooseOptions,
  discardImport,
  finishUpload,
  listImports,
  readImport,
  readMapping,
  receiveChunk,
  startUpload,
  withdrawImport,
} from "#server/modules/imports/index.ts";
import { can, router } from "../procedures.ts";

export const importsRouter = router({
  list: can("import:run")
    .input(ListImports)
    .output(ImportPage)
    .query(({ ctx, input }) => listImports(ctx.scope, input)),
  read: can("import:run")
    .input(ImportId)
    .output(ImportView)
    .query(({ ctx, input }) => readImport(ctx.scope, input)),
  start: can("import:run")
    .input(StartUpload)
    .output(ImportId)
    .mutation(({ ctx, input }) => startUpload(ctx.scope, input)),
  receive: can("import:run")
    .input(ReceiveChunk)
    .output(z.object({ received: z.number().int() }))
    .mutation(({ ctx, input }) => receiveChunk(ctx.scope, input)),
  finish: can("import:run")
    .input(FinishUpload)
    .output(ImportView)
    .mutation(({ ctx, input }) => finishUpload(ctx.scope, input)),
  readMapping: can("import:run")
    .input(ReadMapping)
    .output(MappingRead)
    .mutation(({ ctx, input }) => readMapping(ctx.scope, input)),
  choose: can("import:run")
    .input(ChooseOptions)
    .output(ImportId)
    .mutation(({ ctx, input }) => chooseOptions(ctx.scope, input)),
  confirm: can("import:run")
    .input(ImportId)
    .output(ImportId)
    .mutation(({ ctx, input }) => applyImport(ctx.scope, input)),
  discard: can("import:run")
    .input(ImportId)
    .output(ImportId)
    .mutation(({ ctx, input }) => discardImport(ctx.scope, input)),
  withdraw: can("import:run")
    .input(WithdrawImport)
    .output(ImportId)
    .mutation(({ ctx, input }) => withdrawImport(ctx.scope, input)),
});
