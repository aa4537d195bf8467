"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { ErrorSummary, type FormError } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./account.module.css";
import { AskForLink } from "./ask-for-link.tsx";
import { safeNext } from "./safe-next.ts";

const MESSAGES: Record<string, FormError> = {
  wrong: { field: "email", message: "The e-mail address or the password is not right." },
  too_many: { field: "email", message: "Too many attempts. Wait fifteen minutes, then try again." },
};
const BROKEN: FormError = { field: "email", message: "We could not reach Bearing. Try again." };

/** One answer for an unknown address and a wrong password. */
export function SignInScreen({
  next,
  mailLink,
  linkOutcome,
}: {
  next: string;
  /** Mails can be sent here. */
  mailLink: boolean;
  linkOutcome: string | undefined;
}) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = [
      email.trim() ? null : { field: "email", message: "Enter your e-mail address." },
      password ? null : { field: "password", message: "Enter your password." },
    ].filter((e) => e !== null);
    if (missing.length > 0) return fail(missing);
    setBusy(true);
    const result = await signIn("credentials", { email, password, redirect: false }).catch(() => null);
    // A full load: nothing of an earlier person's pages may stay in memory.
    if (result?.ok && !result.error) return window.location.assign(safeNext(next));
    setBusy(false);
    fail([(result?.code && MESSAGES[result.code]) || BROKEN]);
  }

  function fail(found: FormError[]) {
    setErrors(found);
    setAttempt((n) => n + 1);
  }

  return (
    <main className={classes.narrow}>
      <p className={classes.brand}>Bearing</p>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeader title="Sign in" />
      <form onSubmit={submit} noValidate className={classes.stack}>
        <Field id="email" label="E-mail address">
          {(control) => (
            <TextInput
              {...control}
              type="email"
              name="email"
              autoComplete="username"
              value={email}
              onChange={(e) => setEmail(e.currentTarget.value)}
            />
          )}
        </Field>
        <Field id="password" label="Password">
          {(control) => (
            <PasswordInput
              {...control}
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={(e) => setPassword(e.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" loading={busy}>
          Sign in
        </Button>
      </form>
      {mailLink && <AskForLink email={email} outcome={linkOutcome} />}
    </main>
  );
}
