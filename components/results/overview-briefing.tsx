"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect } from "react";
import type { Briefing } from "#contracts/overview.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { unitHref } from "./links.ts";
import classes from "./results.module.css";
import briefing from "./overview-briefing.module.css";

/** On top of a leader's first page: since the last look, what waits for an answer, and three sentences. */
export function OverviewBriefing({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.overview.briefing.queryOptions());
  const { mutate: look } = useMutation(trpc.overview.look.mutationOptions());
  useEffect(() => look(), [look]);
  return (
    <>
      <div className={classes.pair}>
        <Since data={data} />
        {data.waiting && <Waiting org={org} waiting={data.waiting} />}
      </div>
      <section className={classes.section}>
        <h2>How it stands</h2>
        <dl className={briefing.three}>
          <dt>Heard</dt>
          <dd>{data.heard}</dd>
          <dt>Safe</dt>
          <dd>{data.safe}</dd>
          <dt>Moving</dt>
          <dd>{data.moving}</dd>
        </dl>
      </section>
    </>
  );
}

function Since({ data: { lastLook, since } }: { data: Briefing }) {
  if (!lastLook) {
    return (
      <section>
        <h2>Since you last looked</h2>
        <p>You look at this page for the first time. From tomorrow on it says here what happened since.</p>
      </section>
    );
  }
  return (
    <section>
      <h2>Since you last looked ({longDate(lastLook)})</h2>
      {since.length === 0 ? (
        <p>Nothing has happened that you would have to know.</p>
      ) : (
        <ul className={classes.plainList}>
          {since.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Waiting({ org, waiting: { count, first } }: { org: string; waiting: NonNullable<Briefing["waiting"]> }) {
  return (
    <section>
      <h2>Waiting for your answer</h2>
      {count === 0 ? (
        <p>Nobody is waiting for you.</p>
      ) : (
        <>
          <ul className={classes.plainList}>
            {first.map((request) => (
              <li key={request.id}>
                {request.team.name}, asked on {longDate(request.askedOn)}
                {request.daysOver > 0 && (
                  <strong>
                    , {request.daysOver} working {request.daysOver === 1 ? "day" : "days"} over time
                  </strong>
                )}
                : {shortened(request.question)}
              </li>
            ))}
          </ul>
          <p className={briefing.more}>
            <Link href={`/o/${org}/waiting-for-you`}>
              {count === 1 ? "Answer it" : `Answer them: ${count} in all, oldest first`}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

const ROOM = 120;
const shortened = (text: string) => (text.length > ROOM ? `${text.slice(0, ROOM).trimEnd()} …` : text);

/** One question per unit to take along, in the order of the tree. */
export function OverviewVisits({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.overview.briefing.queryOptions());
  if (data.visits.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>One question for your next visit</h2>
      <dl className={briefing.visits}>
        {data.visits.map((visit) => (
          <div key={visit.unitId}>
            <dt>
              <Link href={unitHref(org, visit.unitId)}>{visit.name}</Link>
            </dt>
            <dd>
              {visit.question} <span className="note">{visit.because}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
