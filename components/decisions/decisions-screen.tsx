"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { z } from "zod";
import type { Decision } from "#contracts/decisions.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { longDate } from "#components/ui/dates.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TeamSelect } from "#components/ui/team-select.tsx";
import { DecisionForm } from "./decision-form.tsx";
import classes from "./decisions.module.css";

/** You said, we decided: what a supervisor tells the team, and where the team reads it. */
export function DecisionsScreen() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const asked = z.uuid().safeParse(useSearchParams().get("team"));
  const { data } = useSuspenseQuery(trpc.decisions.ofTeam.queryOptions(asked.success ? { teamId: asked.data } : {}));
  const [saved, setSaved] = useState(false);
  if (!data.team || !data.publicPath) {
    return (
      <>
        <PageHeader title="You do not supervise a team yet" />
        <EmptyState title="What you decide for your team stands here once HR has named you as its supervisor." />
      </>
    );
  }
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.decisions.pathKey() });
  const count = data.decisions.length;
  const { name } = data.team;
  return (
    <>
      <PageHeader
        title={
          count === 0
            ? `${name} has not been told of a decision yet`
            : `${name} can read ${count === 1 ? "one decision" : `${count} decisions`}`
        }
        meta={
          <>
            Everybody with the address can read them: <a href={data.publicPath}>the page of {name}</a>. No names, no
            figures.
          </>
        }
      />
      <TeamSelect
        teams={data.teams.map(({ unitId, name: of }) => ({ id: unitId, name: of }))}
        value={data.team.unitId}
      />
      {saved && (
        <div className={classes.notice} role="status">
          <Banner>Your team can read it now.</Banner>
        </div>
      )}
      <DecisionForm
        key={data.team.unitId}
        teamId={data.team.unitId}
        today={data.today}
        onSaved={async () => {
          await refresh();
          setSaved(true);
        }}
      />
      {count > 0 && (
        <section className={classes.section}>
          <h2>What the team reads</h2>
          <ul className={classes.list}>
            {data.decisions.map((decision) => (
              <Told key={decision.id} decision={decision} onRemoved={refresh} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Told({ decision, onRemoved }: { decision: Decision; onRemoved: () => Promise<unknown> }) {
  const trpc = useTRPC();
  const remove = useMutation(trpc.decisions.remove.mutationOptions());
  const [asking, setAsking] = useState(false);
  return (
    <li className={classes.item}>
      <dl>
        <dt>You said</dt>
        <dd>{decision.said}</dd>
        <dt>We decided</dt>
        <dd>{decision.decided}</dd>
      </dl>
      <div className={classes.foot}>
        <span>
          {longDate(decision.on)}, written by {decision.byName}
        </span>
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          Take it off
        </Button>
      </div>
      <Confirm
        opened={asking}
        danger
        title="Take this off the team’s page?"
        confirm="Take it off"
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ decisionId: decision.id }, { onSettled: onRemoved })}
        onClose={() => setAsking(false)}
      >
        Nobody can read it there any more. It cannot be brought back.
      </Confirm>
    </li>
  );
}
