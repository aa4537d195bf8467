import { MailRef, MailText, Outbox } from "#contracts/outbox.ts";
import { readMail, readOutbox } from "#server/modules/outbox/index.ts";
import { writeMonthly } from "#server/modules/overview/index.ts";
import { can, router } from "../procedures.ts";

export const outboxRouter = router({
  read: can("wave:run")
    .output(Outbox)
    .query(({ ctx }) => readOutbox(ctx.scope)),
  mail: can("wave:run")
    .input(MailRef)
    .output(MailText)
    .query(({ ctx, input }) => readMail(ctx.scope, { ...input, writers: { monthly: writeMonthly } })),
});
