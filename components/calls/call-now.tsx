"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { CALL_LABELS, type CallPage } from "#contracts/calls.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TeamSelect } from "#components/ui/team-select.tsx";
import { callMeta, CallPanel } from "./call-panel.tsx";
import classes from "./calls.module.css";
import { DecideForm } from "./decide-form.tsx";
import { headSentence } from "./sentences.ts";

/** On top of Now: the call of one team with its reasons, or the way to one. */
export function CallNow({ org, teamId }: { org: string; teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.calls.page.queryOptions(teamId ? { teamId } : {}));
  const { team, call } = data;
  if (!team) return <PageHeader title="You have no team yet" />;
  const check = `/o/${org}/check/${team.id}`;
  if (!call || call.expired) {
    return (
      <div className={classes.now}>
        <TeamSelect teams={data.teams} value={team.id} />
        <PageHeader
          title={call ? `The call for ${team.name} has expired` : `What does ${team.name} need now?`}
          meta={noCallWords(data)}
          action={<LinkButton href={check}>{call ? "Check again" : "Check: a minute"}</LinkButton>}
        />
      </div>
    );
  }
  return (
    <div className={classes.now}>
      <TeamSelect teams={data.teams} value={team.id} />
      <PageHeader title={<span className="call">{headSentence(call)}</span>} meta={callMeta(call)} />
      <CallPanel org={org} call={call} />
      {call.holds === "too_close_to_call" && (
        <section className={classes.section}>
          <DecideForm key={call.callId} call={call} />
        </section>
      )}
      <div className={classes.buttons}>
        <LinkButton href={`/o/${org}/plan?team=${team.id}`}>Choose an action</LinkButton>
        <LinkButton href={check} variant="default">
          See the call or check again
        </LinkButton>
      </div>
    </div>
  );
}

function noCallWords({ call, byOther }: CallPage): string {
  if (byOther && !byOther.expired) {
    return `${byOther.by} checked on ${longDate(byOther.madeOn)}: ${CALL_LABELS[byOther.holds].toLowerCase()}.`;
  }
  if (call) {
    return `It held from ${longDate(call.madeOn)} to ${longDate(call.expiresOn)}. Teams rarely stay in one mode for long.`;
  }
  return "Four answers, and you see at once whether to lead, to manage, or both in which order.";
}
