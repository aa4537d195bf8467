"use client";

import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./account.module.css";

const others = (ended: number) => (ended === 1 ? "One other sign-in ended." : `${ended} other sign-ins ended.`);

/** Own password and own sign-ins. */
export function AccountScreen() {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.account.me.queryOptions());
  const change = useMutation(trpc.account.changePassword.mutationOptions());
  const everywhere = useMutation(trpc.account.signOutEverywhere.mutationOptions());
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [attempt, setAttempt] = useState(0);
  const failed = change.error ? readError(change.error) : null;
  const errors = failed ? Object.entries(failed.fields).map(([field, message]) => ({ field, message })) : [];

  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate(
      { current, next },
      {
        onError: () => setAttempt((n) => n + 1),
        onSuccess: () => {
          setCurrent("");
          setNext("");
        },
      },
    );
  }

  return (
    <main className={classes.narrow}>
      <ErrorSummary
        errors={failed && errors.length === 0 ? [{ field: "current", message: failed.message }] : errors}
        attempt={attempt}
      />
      <PageHeader
        path={[{ label: "Your organisations", href: "/organisations" }]}
        title="Your account"
        meta={`${me.name}, ${me.email}`}
      />
      <section className={classes.section}>
        <h2>Change your password</h2>
        {change.data && <Banner>Your password is changed. {others(change.data.ended)}</Banner>}
        <form onSubmit={submit} noValidate className={classes.stack}>
          <Field id="current" label="Current password" error={failed?.fields.current}>
            {(control) => (
              <PasswordInput
                {...control}
                autoComplete="current-password"
                value={current}
                onChange={(e) => setCurrent(e.currentTarget.value)}
              />
            )}
          </Field>
          <Field
            id="next"
            label="New password"
            hint="At least 12 characters. Three or four unrelated words work well."
            error={failed?.fields.next}
          >
            {(control) => (
              <PasswordInput
                {...control}
                autoComplete="new-password"
                value={next}
                onChange={(e) => setNext(e.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit" loading={change.isPending}>
            Change password
          </Button>
        </form>
      </section>
      <section className={classes.section}>
        <h2>Sign out everywhere else</h2>
        <p>Ends every sign-in of this account but this one, on the next click there.</p>
        {everywhere.data && <Banner>{others(everywhere.data.ended)}</Banner>}
        <Button variant="default" loading={everywhere.isPending} onClick={() => everywhere.mutate()}>
          Sign out everywhere else
        </Button>
        <Link href="/organisations">Back to your organisations</Link>
      </section>
    </main>
  );
}
