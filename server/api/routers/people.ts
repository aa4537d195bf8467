import { z } from "zod";
import { Invitation } from "#contracts/organisations.ts";
import {
  AddedPerson,
  AddPerson,
  AssignableUnit,
  AssignmentId,
  AssignRole,
  Holder,
  ListAssignableUnits,
  ListHolders,
  ListPeople,
  NameDeputy,
  People,
  PersonId,
  PersonStatus,
  PersonView,
} from "#contracts/people.ts";
import {
  addPerson,
  assignRole,
  listAssignableUnits,
  listHolders,
  listPeople,
  nameDeputy,
  readPerson,
  reinstatePerson,
  renewInvitation,
  revokeRole,
  suspendPerson,
} from "#server/modules/people/index.ts";
import { can, router } from "../procedures.ts";

const Given = z.object({ assignmentId: z.string() });
const Status = z.object({ status: PersonStatus });

export const peopleRouter = router({
  list: can("person:read")
    .input(ListPeople)
    .output(People)
    .query(({ ctx, input }) => listPeople(ctx.scope, input)),
  read: can("person:read")
    .input(PersonId)
    .output(PersonView)
    .query(({ ctx, input }) => readPerson(ctx.scope, input)),
  add: can("person:manage")
    .input(AddPerson)
    .output(AddedPerson)
    .mutation(({ ctx, input }) => addPerson(ctx.scope, { member: ctx.member, person: input })),
  invite: can("person:manage")
    .input(PersonId)
    .output(Invitation)
    .mutation(({ ctx, input }) => renewInvitation(ctx.scope, input)),
  suspend: can("person:manage")
    .input(PersonId)
    .output(Status)
    .mutation(({ ctx, input }) => suspendPerson(ctx.scope, input)),
  reinstate: can("person:manage")
    .input(PersonId)
    .output(Status)
    .mutation(({ ctx, input }) => reinstatePerson(ctx.scope, input)),
  units: can("role:manage")
    .input(ListAssignableUnits)
    .output(z.array(AssignableUnit))
    .query(({ ctx, input }) => listAssignableUnits(ctx.scope, input)),
  holders: can("role:manage")
    .input(ListHolders)
    .output(z.array(Holder))
    .query(({ ctx, input }) => listHolders(ctx.scope, input)),
  assign: can("role:manage")
    .input(AssignRole)
    .output(Given)
    .mutation(({ ctx, input }) => assignRole(ctx.scope, input)),
  nameDeputy: can("role:manage")
    .input(NameDeputy)
    .output(Given)
    .mutation(({ ctx, input }) => nameDeputy(ctx.scope, input)),
  revoke: can("role:manage")
    .input(AssignmentId)
    .output(z.object({ revoked: z.number().int() }))
    .mutation(({ ctx, input }) => revokeRole(ctx.scope, input)),
});
