import { z } from "zod";
import {
  CertificateLink,
  CertificatePage,
  EndLink,
  ExportTotals,
  RaiseK,
  ReadCertificate,
  ReadShared,
  ShareCertificate,
  SharedCertificate,
  SharedLink,
} from "#contracts/certificate.ts";
import { alsoAllowed } from "#server/authz/index.ts";
import {
  endLink,
  exportTotals,
  raiseK,
  readCertificate,
  readShared,
  shareCertificate,
} from "#server/modules/releases/index.ts";
import { anonymous, can, router } from "../procedures.ts";

export const certificatesRouter = router({
  read: can("certificate:read")
    .input(ReadCertificate)
    .output(CertificatePage)
    .query(({ ctx, input }) => readCertificate(ctx.scope, input, alsoAllowed(ctx.member, "wave:run").length > 0)),
  exportTotals: can("certificate:read")
    .input(ExportTotals)
    .output(z.object({ csv: z.string(), label: z.string() }))
    .mutation(({ ctx, input }) => exportTotals(ctx.scope, input)),
  share: can("wave:run")
    .input(ShareCertificate)
    .output(SharedLink)
    .mutation(({ ctx, input }) => shareCertificate(ctx.scope, input)),
  endLink: can("wave:run")
    .input(EndLink)
    .output(CertificateLink)
    .mutation(({ ctx, input }) => endLink(ctx.scope, input)),
  raiseK: can("wave:run")
    .input(RaiseK)
    .output(RaiseK)
    .mutation(({ ctx, input }) => raiseK(ctx.scope, input)),
  shared: anonymous("a certificate by its link: how a wave is protected, without any result")
    .input(ReadShared)
    .output(SharedCertificate)
    .query(({ ctx, input }) => readShared(ctx.tx, ctx.clock, input)),
});
