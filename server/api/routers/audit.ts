import { z } from "zod";
import {
  AuditPage,
  CsvPage,
  ExportAudit,
  ExportSecurityEvents,
  ListAudit,
  ListSecurityEvents,
  RecordExport,
  SecurityPage,
} from "#contracts/audit.ts";
import {
  exportAudit,
  exportSecurityEvents,
  listAudit,
  listSecurityEvents,
  recordExport,
} from "#server/modules/audit/index.ts";
import { can, router } from "../procedures.ts";

export const auditRouter = router({
  list: can("audit:read")
    .input(ListAudit)
    .output(AuditPage)
    .query(({ ctx, input }) => listAudit(ctx.scope, input)),
  security: can("audit:read")
    .input(ListSecurityEvents)
    .output(SecurityPage)
    .query(({ ctx, input }) => listSecurityEvents(ctx.scope, input)),
  exportChanges: can("audit:read")
    .input(ExportAudit)
    .output(CsvPage)
    .query(({ ctx, input }) => exportAudit(ctx.scope, input)),
  exportSecurity: can("audit:read")
    .input(ExportSecurityEvents)
    .output(CsvPage)
    .query(({ ctx, input }) => exportSecurityEvents(ctx.scope, input)),
  recordExport: can("audit:read")
    .input(RecordExport)
    .output(z.object({ recorded: z.boolean() }))
    .mutation(({ ctx, input }) => recordExport(ctx.scope, input)),
});
