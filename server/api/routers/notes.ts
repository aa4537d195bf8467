import { ListNotes, Note, NotesPage, RedactNote } from "#contracts/notes.ts";
import { alsoAllowed } from "#server/authz/index.ts";
import { listNotes, redactNote } from "#server/modules/notes/index.ts";
import { can, router } from "../procedures.ts";

export const notesRouter = router({
  list: can("result:read")
    .input(ListNotes)
    .output(NotesPage)
    .query(({ ctx, input }) =>
      listNotes(
        ctx.scope,
        input,
        alsoAllowed(ctx.member, "assessment:fill"),
        alsoAllowed(ctx.member, "wave:run").length > 0,
      ),
    ),
  redact: can("wave:run")
    .input(RedactNote)
    .output(Note)
    .mutation(({ ctx, input }) => redactNote(ctx.scope, input)),
});
