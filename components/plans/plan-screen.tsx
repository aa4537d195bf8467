"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { CALL_LABELS } from "#contracts/calls.ts";
import { OPEN_ACTIONS, type PlanPage } from "#contracts/plans.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TeamSelect } from "#components/ui/team-select.tsx";
import { ActionForm } from "./action-form.tsx";
import { ClosedActions } from "./closed-actions.tsx";
import { type Chosen, Library } from "./library.tsx";
import { OpenAction } from "./open-action.tsx";
import classes from "./plans.module.css";

/** The plan of one team: what is open, and the library to choose from while a place is left. */
export function PlanScreen({ org, teamId }: { org: string; teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.plans.page.queryOptions(teamId ? { teamId } : {}));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) form.current?.focus();
  }, [chosen]);
  if (!data.team) return <PageHeader title="You have no team yet" />;
  const { plan, team } = data;
  return (
    <div className={classes.page}>
      <TeamSelect teams={data.teams} value={team.id} />
      <PageHeader
        path={[{ label: "Now", href: `/o/${org}/now?team=${team.id}` }]}
        title={planTitle(data)}
        meta={
          plan.call
            ? `${team.name}. The call: ${CALL_LABELS[plan.call].toLowerCase()}.`
            : `${team.name}. No call holds.`
        }
      />
      {plan.call === null && (
        <p className={classes.soft}>
          <Link href={`/o/${org}/check/${team.id}`}>Check what the team needs</Link> first: it takes a minute, and the
          library then shows what fits.
        </p>
      )}
      {plan.open.length === 0 ? (
        <EmptyState title="Pick one thing. Three is the limit.">
          Every action begins with its result: what will be different for people when it is done.
        </EmptyState>
      ) : (
        <div className={classes.cards}>
          {plan.open.map((action) => (
            <OpenAction key={action.id} action={action} owners={data.owners} org={org} teamId={team.id} />
          ))}
        </div>
      )}
      <p className={classes.links}>
        <Link href={`/o/${org}/plan/card?team=${team.id}`}>
          A card for one change: say this first, check this first
        </Link>
        <Link href={`/o/${org}/playbooks?team=${team.id}`}>Two playbooks: a new policy, a backlog</Link>
        <Link href={`/o/${org}/plan/review?team=${team.id}`}>Was the call right?</Link>
      </p>
      {plan.placesLeft > 0 ? (
        chosen ? (
          <div ref={form} tabIndex={-1} className={classes.page}>
            <ActionForm
              key={chosen.action?.id ?? chosen.side}
              page={data}
              chosen={chosen}
              onEnd={() => setChosen(null)}
            />
          </div>
        ) : (
          <Library page={data} onChoose={setChosen} />
        )
      ) : (
        <p className={classes.section}>Three is the limit. Close one before you begin another.</p>
      )}
      <ClosedActions actions={plan.closed} />
    </div>
  );
}

function planTitle({ plan }: PlanPage): string {
  const late = plan.open.filter(({ daysOver }) => daysOver > 0).length;
  if (plan.open.length === 0) return "No plan yet";
  const open = `${plan.open.length} of ${OPEN_ACTIONS} actions open`;
  return late > 0 ? `${open}, ${late} past ${late === 1 ? "its" : "their"} day` : open;
}
