"use client";

import { Button } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import type { HelpView, WaitingHelp } from "#contracts/help.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { longDate } from "#components/ui/dates.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { AnswerForm } from "./answer-form.tsx";
import classes from "./help.module.css";
import { StepList } from "./step-list.tsx";
import { clockWords, inTimeWords, waitingTitle } from "./words.ts";

/** What waits for a leader's answer, oldest first, and what became of the others. */
export function WaitingScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { data } = useSuspenseQuery(trpc.help.waiting.queryOptions());
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const units = data.units.map(({ name }) => name).join(", ");
  const share = inTimeWords(data.inTime);

  async function answered(request: WaitingHelp, passedUp: boolean) {
    await cache.invalidateQueries({ queryKey: trpc.help.pathKey() });
    setOpen(null);
    setDone(
      passedUp
        ? `It has gone to the leader of ${request.above?.name}, with your sentence.`
        : `${request.team.name} can read your answer now.`,
    );
  }

  return (
    <>
      <PageHeader title={waitingTitle(data.waiting)} meta={share ? `${units}. ${share}.` : units} />
      {done && (
        <div className={classes.notice} role="status">
          <Banner>{done}</Banner>
        </div>
      )}
      {data.waiting.length === 0 ? (
        <EmptyState title="No team waits for an answer of yours.">
          <p>What your teams ask for arrives here, oldest first. You have ten working days for each.</p>
        </EmptyState>
      ) : (
        <div className={classes.list}>
          {data.waiting.map((request) => (
            <section key={request.id} className={classes.card} aria-labelledby={`request-${request.id}`}>
              <h2 id={`request-${request.id}`}>
                <Link href={`/o/${org}/units/${request.team.unitId}`}>{request.team.name}</Link>
              </h2>
              <p className={classes.facts}>
                {request.askedBy} asked on {longDate(request.askedOn)}.{" "}
                <span className={request.daysOver > 0 ? classes.over : undefined}>{clockWords(request)}.</span>
              </p>
              <p className={classes.question}>{request.question}</p>
              <StepList steps={request.steps} />
              {open === request.id ? (
                <AnswerForm
                  request={request}
                  today={data.today}
                  onDone={(kind) => answered(request, kind === "not_mine")}
                  onCancel={() => setOpen(null)}
                />
              ) : (
                <div className={classes.buttons}>
                  <Button
                    variant={open === null && request === data.waiting[0] ? "filled" : "default"}
                    aria-label={`Answer ${request.team.name}`}
                    onClick={() => {
                      setDone(null);
                      setOpen(request.id);
                    }}
                  >
                    Answer
                  </Button>
                </div>
              )}
            </section>
          ))}
        </div>
      )}
      {data.past.length > 0 && <Past org={org} past={data.past} />}
    </>
  );
}

function Past({ org, past }: { org: string; past: HelpView[] }) {
  return (
    <section className={classes.section}>
      <h2>What became of the others</h2>
      <div className={classes.list}>
        {past.map((request) => (
          <article key={request.id}>
            <h3>
              <Link href={`/o/${org}/units/${request.team.unitId}`}>{request.team.name}</Link>
            </h3>
            <p className={classes.facts}>
              Asked on {longDate(request.askedOn)}.
              {request.status === "waiting" && ` It is with the leader of ${request.at.name} now.`}
            </p>
            <p className={classes.question}>{request.question}</p>
            <StepList steps={request.steps} />
          </article>
        ))}
      </div>
    </section>
  );
}
