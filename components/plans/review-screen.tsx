"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ACTIONS } from "#content/actions/index.ts";
import { TEAM_SIDE_WORDS } from "#content/call-words.ts";
import { CALL_LABELS } from "#contracts/calls.ts";
import type { CallReview, MirrorHalf } from "#contracts/reviews.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TeamSelect } from "#components/ui/team-select.tsx";
import classes from "./plans.module.css";

/** "Was the call right?" and the private mirror: for the supervisor alone. */
export function ReviewScreen({ org, teamId }: { org: string; teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.plans.review.queryOptions(teamId ? { teamId } : {}));
  if (!data.team) return <PageHeader title="You have no team yet" />;
  const { team, locked, reviews, mirror } = data;
  return (
    <div className={classes.page}>
      <TeamSelect teams={data.teams} value={team.id} />
      <PageHeader
        path={[{ label: "Plan", href: `/o/${org}/plan?team=${team.id}` }]}
        title="Was the call right?"
        meta={`${team.name}. Only you read this page.`}
      />
      {locked && (
        <EmptyState title="Not yet">
          {TEAM_SIDE_WORDS.locked} <Link href={`/o/${org}/assess/${team.id}`}>Give your assessment</Link>
        </EmptyState>
      )}
      {!locked && reviews.length === 0 && (
        <EmptyState title="Nothing to look back on yet">
          A call is looked at again at the next published wave, or after six weeks.
        </EmptyState>
      )}
      <div className={classes.cards}>
        {reviews.map((review) => (
          <Review key={review.callId} review={review} />
        ))}
      </div>
      <section className={classes.section}>
        <h2>Your mirror</h2>
        <p className={classes.soft}>The last twelve months, each half on its own. Nobody else can open it.</p>
        <div className={classes.mirror}>
          <Half half={mirror.lead} title="Leading" />
          <Half half={mirror.manage} title="Managing" />
        </div>
      </section>
    </div>
  );
}

const AXIS_WORDS = { direction: "engagement risk", delivery: "delivery risk" } as const;

function Review({ review: { call, madeOn, before, after, followUp, teamWord, daysOver } }: { review: CallReview }) {
  const { change } = followUp;
  return (
    <section className={classes.card}>
      <h2>
        {CALL_LABELS[call]}, {longDate(madeOn)}
      </h2>
      <p className={classes.tag}>It aimed at {AXIS_WORDS[followUp.axis]}</p>
      <p>{followUp.words}</p>
      {change && (
        <p>
          {before} to {after}: {signed(change.points)} points, likely {signed(change.low)} to {signed(change.high)}.
          Below 0 is better.
        </p>
      )}
      {teamWord && (
        <p>
          Your team’s own word: “{teamWord.statement}” Agreement {teamWord.agreement} of 100.
        </p>
      )}
      {daysOver > 0 && (
        <p className={classes.soft}>
          The actions of that time ran {daysOver} {daysOver === 1 ? "day" : "days"} past their day, together.
        </p>
      )}
    </section>
  );
}

const signed = (points: number) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : "0");

function Half({ half, title }: { half: MirrorHalf; title: string }) {
  const action = ACTIONS.find(({ id }) => id === half.suggestion);
  const times = half.asked === 1 ? "once" : `${half.asked} times`;
  const what = half.side === "lead" ? "meaning" : "structure";
  return (
    <section className={classes.half} aria-labelledby={`mirror-${half.side}`}>
      <h3 id={`mirror-${half.side}`}>{title}</h3>
      <p>
        {half.asked === 0 ? `Your checks did not ask for ${what}.` : `Your checks asked for ${what} ${times}.`}{" "}
        {half.begun === 0
          ? "You began no action for it."
          : `You began ${count(half.begun)} for it and closed ${half.closed === 0 ? "none" : half.closed}.`}
      </p>
      {action && (
        <p className={classes.soft}>
          <strong>One to try: {action.title}.</strong> {action.when}
        </p>
      )}
    </section>
  );
}

const count = (actions: number) => `${actions} ${actions === 1 ? "action" : "actions"}`;
