import { router } from "./procedures.ts";
import { accountRouter } from "./routers/account.ts";
import { organisationsRouter } from "./routers/organisations.ts";

export const appRouter = router({
  account: accountRouter,
  organisations: organisationsRouter,
});

export type AppRouter = typeof appRouter;
