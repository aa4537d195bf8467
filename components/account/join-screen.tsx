"use client";

import { Button } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { SignOutForm } from "#components/api/sign-out-form.tsx";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./account.module.css";

/** A one-use link from another organisation's HR: take the place there with the account that is signed in. */
export function JoinScreen({ token }: { token: string }) {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.account.me.queryOptions());
  const accept = useMutation(trpc.account.acceptInvitation.mutationOptions());
  const [attempt, setAttempt] = useState(0);
  const failed = accept.error ? readError(accept.error) : null;
  if (accept.data) {
    return (
      <main className={classes.narrow}>
        <p className={classes.brand}>Bearing</p>
        <PageHeader title={`You belong to ${accept.data.name}`} meta="Your sign-in stays the same." />
        <LinkButton href={`/o/${accept.data.slug}`}>Open {accept.data.name}</LinkButton>
      </main>
    );
  }
  return (
    <main className={classes.narrow}>
      <p className={classes.brand}>Bearing</p>
      <ErrorSummary errors={failed ? [{ field: "join", message: failed.message }] : []} attempt={attempt} />
      <PageHeader
        title="Join an organisation"
        meta={`You are signed in as ${me.email}. The link must have been made for this address.`}
      />
      <Button
        id="join"
        loading={accept.isPending}
        onClick={() => accept.mutate({ token }, { onError: () => setAttempt((n) => n + 1) })}
      >
        Join with this sign-in
      </Button>
      <div className={classes.section}>
        <p>Somebody else? Sign out, sign in with the right address, and open the link again.</p>
        <SignOutForm />
        <Link href="/organisations">Your organisations</Link>
      </div>
    </main>
  );
}
