"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { RedactNote, type Note } from "#contracts/notes.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./notes.module.css";

/** One note; for HR, the way to take words out of it for good. */
export function NoteItem({ note, mayRedact }: { note: Note; mayRedact: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <li className={classes.note}>
      <p className={classes.text}>{note.text}</p>
      {mayRedact && !open && (
        <Button className={classes.redact} size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          Take words out
        </Button>
      )}
      {open && <Redact note={note} onClose={() => setOpen(false)} />}
    </li>
  );
}

function Redact({ note, onClose }: { note: Note; onClose: () => void }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [words, setWords] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const redact = useMutation(
    trpc.notes.redact.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.notes.list.queryKey() });
        onClose();
      },
      onError: (failure) => {
        const { fields, message } = readError(failure);
        setAsking(false);
        setError(fields.words ?? message);
      },
    }),
  );
  function ask(event: FormEvent) {
    event.preventDefault();
    const read = RedactNote.shape.words.safeParse(words);
    if (!read.success) return setError(read.error.issues[0]?.message ?? "");
    setError(null);
    setAsking(true);
  }
  const field = `words-${note.noteId}`;
  return (
    <form onSubmit={ask} noValidate className={classes.form}>
      <Field
        id={field}
        label="Words to take out"
        hint="A name, or what tells who wrote it. Copy them as they stand in the note."
        error={error}
      >
        {(control) => (
          <TextInput
            {...control}
            autoFocus
            autoComplete="off"
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className={classes.buttons}>
        <Button type="submit" size="sm">
          Take out
        </Button>
        <Button variant="default" size="sm" onClick={onClose}>
          Go back
        </Button>
      </div>
      <Confirm
        opened={asking}
        title="Take these words out for good?"
        confirm="Take them out"
        danger
        busy={redact.isPending}
        onConfirm={() => redact.mutate({ noteId: note.noteId, words })}
        onClose={() => setAsking(false)}
      >
        “{words}” is removed from this note everywhere. Nobody can bring it back. The log says that you did it, not what
        you took out.
      </Confirm>
    </form>
  );
}
