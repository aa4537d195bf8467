"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { callMeta, CallPanel } from "./call-panel.tsx";
import classes from "./calls.module.css";
import { CheckForm } from "./check-form.tsx";
import { DecideForm } from "./decide-form.tsx";
import { PastCalls } from "./past-calls.tsx";
import { headSentence } from "./sentences.ts";
import { WhoReads } from "./who-reads.tsx";

/** The check of one team and the call that comes of it. A call that still holds is shown first. */
export function CheckScreen({ org, teamId }: { org: string; teamId: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.calls.page.queryOptions({ teamId }));
  const [asking, setAsking] = useState(data.call === null || data.call.expired);
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(asking);
  useEffect(() => {
    if (shown.current === asking) return;
    shown.current = asking;
    top.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [asking]);

  const { call, team } = data;
  const path = [{ label: "Now", href: `/o/${org}/now?team=${teamId}` }];
  if (asking || !call) {
    return (
      <div ref={top} tabIndex={-1} className={classes.page}>
        <PageHeader path={path} title={`What does ${team?.name} need right now?`} meta="A minute, at any time." />
        <WhoReads small={data.small} />
        <CheckForm teamId={teamId} flags={data.last?.flags ?? null} onMade={() => setAsking(false)} />
      </div>
    );
  }
  return (
    <div ref={top} tabIndex={-1} className={classes.page}>
      <PageHeader
        path={path}
        title={<span className="call">{headSentence(call)}</span>}
        meta={callMeta(call)}
        action={<LinkButton href={`/o/${org}/plan?team=${teamId}`}>Choose an action</LinkButton>}
      />
      <CallPanel key={call.callId} org={org} call={call} />
      <section className={classes.section}>
        <DecideForm key={`${call.callId} ${call.decided?.choice}`} call={call} />
      </section>
      <p className={classes.again}>
        <Button variant="default" onClick={() => setAsking(true)}>
          Check again
        </Button>
      </p>
      <PastCalls page={data} />
    </div>
  );
}
