"use client";

import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./account.module.css";

/** A one-use link from HR: choose the first password. */
export function InvitationScreen({ token }: { token: string }) {
  const trpc = useTRPC();
  const choose = useMutation(trpc.account.choosePassword.mutationOptions());
  const [password, setPassword] = useState("");
  const [attempt, setAttempt] = useState(0);
  const failed = choose.error ? readError(choose.error) : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    choose.mutate({ token, password }, { onError: () => setAttempt((n) => n + 1) });
  }

  if (choose.data) {
    return (
      <main className={classes.narrow}>
        <p className={classes.brand}>Bearing</p>
        <PageHeader title="Your password is set" meta={`You can now sign in as ${choose.data.email}.`} />
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </main>
    );
  }
  return (
    <main className={classes.narrow}>
      <p className={classes.brand}>Bearing</p>
      <ErrorSummary errors={failed ? [{ field: "password", message: failed.message }] : []} attempt={attempt} />
      <PageHeader title="Choose a password" meta="At least 12 characters. Three or four unrelated words work well." />
      <form onSubmit={submit} noValidate className={classes.stack}>
        <Field id="password" label="New password" error={failed?.fields.password}>
          {(control) => (
            <PasswordInput
              {...control}
              autoComplete="new-password"
              value={password}
              onChange={(e) => setPassword(e.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" loading={choose.isPending}>
          Set password
        </Button>
      </form>
    </main>
  );
}
