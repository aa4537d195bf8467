"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "#components/api/trpc.tsx";
import { NoAccess } from "#components/ui/no-access.tsx";
import classes from "./state-screens.module.css";

/** Unknown, foreign and stale addresses look the same. */
export function NotFoundScreen() {
  return (
    <main className={classes.page}>
      <p className={classes.brand}>Bearing</p>
      <h1>We could not find this page</h1>
      <p>The address may be old, or it may belong to an organisation that you are not in.</p>
      <Link href="/organisations">Your organisations</Link>
    </main>
  );
}

/** Outside an organisation. */
export function ForbiddenScreen() {
  return (
    <main className={classes.page}>
      <p className={classes.brand}>Bearing</p>
      <NoAccess organisation="Bearing" action={<Link href="/organisations">Your organisations</Link>} />
    </main>
  );
}

/** Inside the frame of an organisation: says whom to ask. */
export function ForbiddenInOrganisation() {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  return (
    <NoAccess
      organisation={home.name}
      contact={{ name: home.hrContact }}
      action={<Link href={`/o/${home.slug}`}>Back to your first page</Link>}
    />
  );
}

export function BrokenScreen({ onRetry }: { onRetry: () => void }) {
  return (
    <main className={classes.page}>
      <p className={classes.brand}>Bearing</p>
      <h1>We could not load this</h1>
      <p>Nothing is lost. Try again.</p>
      <Button onClick={onRetry}>Try again</Button>
    </main>
  );
}
