import { router } from "./procedures.ts";
import { accountRouter } from "./routers/account.ts";
import { assessmentsRouter } from "./routers/assessments.ts";
import { organisationsRouter } from "./routers/organisations.ts";
import { wavesRouter } from "./routers/waves.ts";

export const appRouter = router({
  account: accountRouter,
  assessments: assessmentsRouter,
  organisations: organisationsRouter,
  waves: wavesRouter,
});

export type AppRouter = typeof appRouter;
