import {
  AssessmentForLine,
  AssessmentForm,
  ClosePart,
  DuePage,
  ListDue,
  ReadAssessment,
  SaveAssessment,
  SavedAssessment,
  SavedNote,
  SaveNote,
  TeamRef,
} from "#contracts/assessments.ts";
import {
  closePart,
  listDue,
  openAssessment,
  readAssessment,
  saveAssessment,
  saveNote,
} from "#server/modules/assessments/index.ts";
import { can, router } from "../procedures.ts";

export const assessmentsRouter = router({
  due: can("assessment:fill")
    .input(ListDue)
    .output(DuePage)
    .query(({ ctx, input }) => listDue(ctx.scope, input)),
  open: can("assessment:fill")
    .input(TeamRef)
    .output(AssessmentForm)
    .query(({ ctx, input }) => openAssessment(ctx.scope, input)),
  save: can("assessment:fill")
    .input(SaveAssessment)
    .output(SavedAssessment)
    .mutation(({ ctx, input }) => saveAssessment(ctx.scope, input)),
  closePart: can("assessment:fill")
    .input(ClosePart)
    .output(SavedAssessment)
    .mutation(({ ctx, input }) => closePart(ctx.scope, input)),
  saveNote: can("assessment:fill")
    .input(SaveNote)
    .output(SavedNote)
    .mutation(({ ctx, input }) => saveNote(ctx.scope, input)),
  read: can("assessment:read")
    .input(ReadAssessment)
    .output(AssessmentForLine)
    .query(({ ctx, input }) => readAssessment(ctx.scope, input)),
});
