import { z } from "zod";
import { OwnTeam } from "#contracts/calls.ts";
import {
  ActionDraft,
  CloseAction,
  HandOverAction,
  MovePlaybook,
  PlanPage,
  PlaybookPage,
  PracticesPage,
  SavePurpose,
  SaveRhythm,
  StartPlaybook,
} from "#contracts/plans.ts";
import {
  Concerns,
  ReadConcerns,
  ReviewPage,
  SaveSupport,
  SetAsideDetector,
  WorthCheckingView,
} from "#contracts/reviews.ts";
import { AddWaiting, UpdateWaiting } from "#contracts/waiting.ts";
import {
  addAction,
  addWaiting,
  closeAction,
  handOverAction,
  movePlaybookRun,
  readConcerns,
  readPlan,
  readPlaybooks,
  readPractices,
  readReview,
  readWorthChecking,
  savePurpose,
  saveRhythm,
  saveSupport,
  setAsideDetector,
  startPlaybookRun,
  updateWaiting,
} from "#server/modules/plans/index.ts";
import { can, router } from "../procedures.ts";

/** What is changed is read again by the page that changed it. */
const Done = z.null();

export const plansRouter = router({
  page: can("plan:run")
    .input(OwnTeam)
    .output(PlanPage)
    .query(({ ctx, input }) => readPlan(ctx.scope, input)),
  add: can("plan:run")
    .input(ActionDraft)
    .output(Done)
    .mutation(({ ctx, input }) => addAction(ctx.scope, input)),
  close: can("plan:run")
    .input(CloseAction)
    .output(Done)
    .mutation(({ ctx, input }) => closeAction(ctx.scope, input)),
  handOver: can("plan:run")
    .input(HandOverAction)
    .output(Done)
    .mutation(({ ctx, input }) => handOverAction(ctx.scope, input)),
  playbooks: can("plan:run")
    .input(OwnTeam)
    .output(PlaybookPage)
    .query(({ ctx, input }) => readPlaybooks(ctx.scope, input)),
  startPlaybook: can("plan:run")
    .input(StartPlaybook)
    .output(Done)
    .mutation(({ ctx, input }) => startPlaybookRun(ctx.scope, input)),
  movePlaybook: can("plan:run")
    .input(MovePlaybook)
    .output(Done)
    .mutation(({ ctx, input }) => movePlaybookRun(ctx.scope, input)),
  practices: can("plan:run")
    .input(OwnTeam)
    .output(PracticesPage)
    .query(({ ctx, input }) => readPractices(ctx.scope, input)),
  savePurpose: can("plan:run")
    .input(SavePurpose)
    .output(Done)
    .mutation(({ ctx, input }) => savePurpose(ctx.scope, input)),
  saveRhythm: can("plan:run")
    .input(SaveRhythm)
    .output(Done)
    .mutation(({ ctx, input }) => saveRhythm(ctx.scope, input)),
  addWaiting: can("plan:run")
    .input(AddWaiting)
    .output(Done)
    .mutation(({ ctx, input }) => addWaiting(ctx.scope, input)),
  updateWaiting: can("plan:run")
    .input(UpdateWaiting)
    .output(Done)
    .mutation(({ ctx, input }) => updateWaiting(ctx.scope, input)),
  worthChecking: can("plan:run")
    .input(OwnTeam)
    .output(WorthCheckingView)
    .query(({ ctx, input }) => readWorthChecking(ctx.scope, input)),
  setAside: can("plan:run")
    .input(SetAsideDetector)
    .output(Done)
    .mutation(({ ctx, input }) => setAsideDetector(ctx.scope, input)),
  saveSupport: can("plan:run")
    .input(SaveSupport)
    .output(Done)
    .mutation(({ ctx, input }) => saveSupport(ctx.scope, input)),
  review: can("plan:run")
    .input(OwnTeam)
    .output(ReviewPage)
    .query(({ ctx, input }) => readReview(ctx.scope, input)),
  concerns: can("call:read")
    .input(ReadConcerns)
    .output(Concerns)
    .query(({ ctx, input }) => readConcerns(ctx.scope, input)),
});
