import { Coverage } from "#contracts/coverage.ts";
import { readCoverage } from "#server/modules/coverage/index.ts";
import { can, router } from "../procedures.ts";

export const coverageRouter = router({
  read: can("coverage:read")
    .output(Coverage)
    .query(({ ctx }) => readCoverage(ctx.scope)),
});
