import { z } from "zod";
import {
  AddMember,
  AppliedMembers,
  ApplyMembers,
  ListOfUnit,
  MemberCounts,
  MemberList,
  MemberRef,
  MembersPreview,
  MembersUpload,
  MemberView,
  OwnLists,
} from "#contracts/members.ts";
import { GroupRef, GroupTeams, ListRef } from "#contracts/wave-plans.ts";
import {
  addMember,
  applyMembers,
  countMembers,
  endMember,
  listMembers,
  previewMembers,
} from "#server/modules/register/index.ts";
import { agreeTogether, confirmList, proposeTogether, readOwnLists, reopenList } from "#server/modules/waves/index.ts";
import { can, router } from "../procedures.ts";

const Confirmed = z.object({ unitId: z.string(), confirmed: z.boolean() });
const Group = z.object({ groupId: z.string() });

export const membersRouter = router({
  counts: can("member:manage")
    .output(MemberCounts)
    .query(({ ctx }) => countMembers(ctx.scope)),
  list: can("member:confirm")
    .input(ListOfUnit)
    .output(MemberList)
    .query(({ ctx, input }) => listMembers(ctx.scope, input)),
  own: can("member:confirm")
    .output(OwnLists)
    .query(({ ctx }) => readOwnLists(ctx.scope)),
  add: can("member:confirm")
    .input(AddMember)
    .output(MemberView)
    .mutation(({ ctx, input }) => addMember(ctx.scope, input)),
  end: can("member:confirm")
    .input(MemberRef)
    .output(z.object({ memberId: z.string() }))
    .mutation(({ ctx, input }) => endMember(ctx.scope, input)),
  confirm: can("member:confirm")
    .input(ListRef)
    .output(Confirmed)
    .mutation(({ ctx, input }) => confirmList(ctx.scope, input)),
  reopen: can("member:confirm")
    .input(ListRef)
    .output(Confirmed)
    .mutation(({ ctx, input }) => reopenList(ctx.scope, input)),
  propose: can("member:confirm")
    .input(GroupTeams)
    .output(Group)
    .mutation(({ ctx, input }) => proposeTogether(ctx.scope, input)),
  agree: can("member:confirm")
    .input(GroupRef)
    .output(Group)
    .mutation(({ ctx, input }) => agreeTogether(ctx.scope, input)),
  previewImport: can("member:manage")
    .input(MembersUpload)
    .output(MembersPreview)
    .mutation(({ ctx, input }) => previewMembers(ctx.scope, input)),
  applyImport: can("member:manage")
    .input(ApplyMembers)
    .output(AppliedMembers)
    .mutation(({ ctx, input }) => applyMembers(ctx.scope, input)),
});
