import { router } from "./procedures.ts";
import { accountRouter } from "./routers/account.ts";
import { assessmentsRouter } from "./routers/assessments.ts";
import { auditRouter } from "./routers/audit.ts";
import { coverageRouter } from "./routers/coverage.ts";
import { decisionsRouter } from "./routers/decisions.ts";
import { helpRouter } from "./routers/help.ts";
import { callsRouter } from "./routers/calls.ts";
import { certificatesRouter } from "./routers/certificates.ts";
import { installationRouter } from "./routers/installation.ts";
import { importsRouter } from "./routers/imports.ts";
import { membersRouter } from "./routers/members.ts";
import { notesRouter } from "./routers/notes.ts";
import { measuresRouter } from "./routers/measures.ts";
import { organisationsRouter } from "./routers/organisations.ts";
import { outboxRouter } from "./routers/outbox.ts";
import { overviewRouter } from "./routers/overview.ts";
import { peopleRouter } from "./routers/people.ts";
import { plansRouter } from "./routers/plans.ts";
import { resultsRouter } from "./routers/results.ts";
import { registerRouter } from "./routers/register.ts";
import { wavesRouter } from "./routers/waves.ts";

export const appRouter = router({
  account: accountRouter,
  assessments: assessmentsRouter,
  audit: auditRouter,
  calls: callsRouter,
  certificates: certificatesRouter,
  coverage: coverageRouter,
  decisions: decisionsRouter,
  help: helpRouter,
  installation: installationRouter,
  imports: importsRouter,
  members: membersRouter,
  notes: notesRouter,
  measures: measuresRouter,
  organisations: organisationsRouter,
  outbox: outboxRouter,
  overview: overviewRouter,
  people: peopleRouter,
  plans: plansRouter,
  results: resultsRouter,
  register: registerRouter,
  waves: wavesRouter,
});

export type AppRouter = typeof appRouter;
