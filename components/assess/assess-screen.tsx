"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { AssessForm } from "./assess-form.tsx";

/** The form of one team, or why there is nothing to fill in. */
export function AssessScreen({ org, teamId }: { org: string; teamId: string }) {
  const trpc = useTRPC();
  const { data: form } = useSuspenseQuery(
    // What is typed here is newer than anything that a refetch could bring.
    trpc.assessments.open.queryOptions({ teamId }, { refetchOnWindowFocus: false, refetchOnReconnect: false }),
  );
  if (form.wave) return <AssessForm key={`${form.wave.id} ${teamId}`} org={org} form={form} wave={form.wave} />;
  return (
    <>
      <PageHeader path={[{ label: "Now", href: `/o/${org}/now` }]} title={`Nothing to assess for ${form.team.name}`} />
      <EmptyState
        title={form.joinedLater ? "This team joined after the wave opened" : "No wave is open"}
        action={<LinkButton href={`/o/${org}/now`}>Back to Now</LinkButton>}
      >
        {form.joinedLater
          ? "It is part of the next one. Nothing is lost by waiting."
          : "HR opens the next wave. You will find it under Now, and what you gave before is kept there."}
      </EmptyState>
    </>
  );
}
