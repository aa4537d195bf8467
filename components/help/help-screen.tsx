"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { z } from "zod";
import type { HelpView } from "#contracts/help.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { longDate } from "#components/ui/dates.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TeamSelect } from "#components/ui/team-select.tsx";
import { AskForm } from "./ask-form.tsx";
import classes from "./help.module.css";
import { StepList } from "./step-list.tsx";
import { clockWords, teamTitle } from "./words.ts";

/** A team's requests for help and their answers; its supervisor asks here. */
export function HelpScreen() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const asked = z.uuid().safeParse(useSearchParams().get("team"));
  const { data } = useSuspenseQuery(trpc.help.ofTeam.queryOptions(asked.success ? { teamId: asked.data } : {}));
  const [sent, setSent] = useState(false);
  if (!data.team) {
    return (
      <>
        <PageHeader title="You do not supervise a team yet" />
        <EmptyState title="You can ask for help here once HR has named you as the supervisor of a team." />
      </>
    );
  }
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.help.pathKey() });
  return (
    <>
      <PageHeader title={teamTitle(data.team.name, data.requests)} meta="The answers are read by the whole team." />
      <TeamSelect teams={data.teams.map(({ unitId, name }) => ({ id: unitId, name }))} value={data.team.unitId} />
      {sent && (
        <div className={classes.notice} role="status">
          <Banner>Your request is on its way. The answer will stand here.</Banner>
        </div>
      )}
      {data.route && (
        <AskForm
          key={data.team.unitId}
          teamId={data.team.unitId}
          route={data.route}
          placesLeft={data.placesLeft}
          onAsked={async () => {
            await refresh();
            setSent(true);
          }}
        />
      )}
      {data.requests.length > 0 && (
        <section className={classes.section}>
          <h2>Asked and answered</h2>
          <div className={classes.list}>
            {data.requests.map((request) => (
              <Request key={request.id} request={request} own={data.route !== null} onChanged={refresh} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Request({ request, own, onChanged }: { request: HelpView; own: boolean; onChanged: () => Promise<unknown> }) {
  const trpc = useTRPC();
  const withdraw = useMutation(trpc.help.withdraw.mutationOptions());
  const waits = request.status === "waiting";
  return (
    <article className={classes.card}>
      <p className={classes.facts}>
        {request.askedBy} asked on {longDate(request.askedOn)}.
        {waits && ` It is with the leader of ${request.at.name}. `}
        {waits && <span className={request.daysOver > 0 ? classes.over : undefined}>{clockWords(request)}.</span>}
      </p>
      <p className={classes.question}>{request.question}</p>
      <StepList steps={request.steps} />
      {waits && own && (
        <div className={classes.buttons}>
          <Button
            variant="default"
            size="sm"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ helpId: request.id }, { onSettled: onChanged })}
          >
            Take it back
          </Button>
          {withdraw.error && <p role="alert">{readError(withdraw.error).message}</p>}
        </div>
      )}
    </article>
  );
}
