import { z } from "zod";
import { Briefing } from "#contracts/overview.ts";
import { alsoAllowed } from "#server/authz/index.ts";
import { noteLook, readBriefing } from "#server/modules/overview/index.ts";
import { can, router } from "../procedures.ts";

export const overviewRouter = router({
  briefing: can("result:read")
    .output(Briefing)
    .query(({ ctx }) =>
      readBriefing(ctx.scope, alsoAllowed(ctx.member, "assessment:fill"), alsoAllowed(ctx.member, "help:answer")),
    ),
  look: can("result:read")
    .output(z.object({ noted: z.boolean() }))
    .mutation(({ ctx }) => noteLook(ctx.scope, undefined)),
});
