import { z } from "zod";
import { AcceptInvitation, ChangePassword, ChoosePassword, Me, OrganisationOption } from "#contracts/accounts.ts";
import {
  acceptInvitation,
  changePassword,
  choosePassword,
  readMe,
  signOutEverywhere,
} from "#server/modules/accounts/index.ts";
import { anonymous, router, signedIn, signedInCounted } from "../procedures.ts";

const Ended = z.object({ ended: z.number().int() });

export const accountRouter = router({
  me: signedIn("own account")
    .output(Me)
    .query(({ ctx }) => readMe(ctx.account)),
  signOutEverywhere: signedIn("own sessions")
    .output(Ended)
    .mutation(({ ctx }) => signOutEverywhere(ctx.account)),
  changePassword: signedInCounted("own password")
    .input(ChangePassword)
    .output(Ended)
    .mutation(({ ctx, input }) => changePassword(ctx.account, input)),
  choosePassword: anonymous("holds a one-use link and has no password yet")
    .input(ChoosePassword)
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => choosePassword(ctx.tx, ctx.clock, input)),
  acceptInvitation: signedIn("own account takes a place it was invited to")
    .input(AcceptInvitation)
    .output(OrganisationOption)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.account, input)),
});
