"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState, useSyncExternalStore } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { BasicsFields, NO_BASICS } from "./basics-fields.tsx";
import classes from "./organisations.module.css";

const NOBODY = { hrName: "", hrEmail: "" };
const noChange = () => () => {};

/** For somebody else: ends with a link for the first HR admin. */
export function InstallForm({ onCreated }: { onCreated: () => Promise<unknown> }) {
  const trpc = useTRPC();
  const create = useMutation(trpc.installation.create.mutationOptions());
  const [basics, setBasics] = useState(NO_BASICS);
  const [hr, setHr] = useState(NOBODY);
  const [attempt, setAttempt] = useState(0);
  const origin = useSyncExternalStore(
    noChange,
    () => window.location.origin,
    () => "",
  );
  const failed = create.error ? readError(create.error) : null;
  const fields = failed?.fields ?? {};
  const listed = Object.entries(fields).map(([field, message]) => ({ field, message }));
  const errors = failed && listed.length === 0 ? [{ field: "name", message: failed.message }] : listed;

  function send(event: FormEvent) {
    event.preventDefault();
    create.mutate(
      { ...basics, ...hr },
      {
        onError: () => setAttempt((n) => n + 1),
        onSuccess: async () => {
          setBasics(NO_BASICS);
          setHr(NOBODY);
          await onCreated();
        },
      },
    );
  }

  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {create.data && (
        <section className={classes.link} aria-label="Link for the first HR admin">
          <p>
            <strong>{create.data.name} is created.</strong> Give this link to its first HR admin. It works once, for
            seven days, and is shown only now.
            {create.data.invitation.kind === "join" &&
              " They have a sign-in already, and use it together with the link."}
          </p>
          {create.data.invitation.path && (
            <code className={classes.path}>
              {origin}
              {create.data.invitation.path}
            </code>
          )}
        </section>
      )}
      <BasicsFields value={basics} onChange={setBasics} fields={fields} />
      <Field id="hrName" label="First HR admin" hint="The person who will run it." error={fields.hrName}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            value={hr.hrName}
            onChange={(e) => setHr({ ...hr, hrName: e.currentTarget.value })}
          />
        )}
      </Field>
      <Field id="hrEmail" label="Their e-mail address" error={fields.hrEmail}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="off"
            value={hr.hrEmail}
            onChange={(e) => setHr({ ...hr, hrEmail: e.currentTarget.value })}
          />
        )}
      </Field>
      <Button type="submit" loading={create.isPending}>
        Create organisation
      </Button>
    </form>
  );
}
