"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { NextWave } from "#contracts/results-pages.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { waitingFor } from "./words.ts";

/** A results page before the first published wave. Whoever runs waves gets the next step. */
export function WaitingForResults({ org, next, children }: { org: string; next: NextWave | null; children: string }) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const { title, words } = waitingFor(next);
  const runs = home.permissions.includes("wave:run");
  return (
    <>
      <PageHeader title={title} meta={home.name} />
      <EmptyState
        title={words}
        action={
          runs && <LinkButton href={`/o/${org}/waves`}>{next === null ? "Plan a wave" : "See the waves"}</LinkButton>
        }
      >
        <p>{children}</p>
      </EmptyState>
    </>
  );
}
