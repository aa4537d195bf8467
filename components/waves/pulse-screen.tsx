"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { longDate } from "#components/ui/dates.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { type Step, Steps } from "#components/ui/steps.tsx";
import { HELD_BACK } from "#content/certificate-words.ts";
import type { PulseDetail } from "#contracts/wave-views.ts";
import { PulseConfirming } from "./pulse-confirming.tsx";
import { PulseDraft } from "./pulse-draft.tsx";
import { PulseOpen } from "./pulse-open.tsx";
import { PulsePromise } from "./pulse-promise.tsx";
import { PulsePublished } from "./pulse-published.tsx";
import { pulseNext, pulseTitle, wallDay } from "./pulse-words.ts";
import { WithdrawForm } from "./withdraw-form.tsx";
import classes from "./waves.module.css";

const day = (on: string | null) => (on ? longDate(on) : undefined);
const planned = (at: string | null, words: string) => (at ? `${words} ${wallDay(at)}` : undefined);

function stepsOf(pulse: PulseDetail): Step[] {
  return [
    { key: "draft", label: "Planned", note: day(pulse.plannedOn) },
    {
      key: "confirming",
      label: pulse.status === "confirming" ? "Confirming lists" : "Lists confirmed",
      note: pulse.launchedOn ? `from ${longDate(pulse.launchedOn)}` : undefined,
    },
    { key: "open", label: "Open", note: day(pulse.openedOn) ?? planned(pulse.opensAt, "from") },
    { key: "closing", label: "Closing", note: day(pulse.closedOn) ?? planned(pulse.closesAt, "on") },
    { key: "sealed", label: "Checked", note: pulse.heldBack ? "Held back" : undefined },
    { key: "published", label: "Published", note: day(pulse.publishedOn) },
  ];
}

const ASKED = {
  launch: { verb: "Launch", title: (label: string) => `Launch ${label}?` },
  open: { verb: "Open now", title: (label: string) => `Open ${label} now?` },
  close: { verb: "Close now", title: (label: string) => `Close ${label} now?` },
} as const;
type Ask = keyof typeof ASKED;

/** One pulse for HR: six steps with their dates, what happens next, and one button. */
export function PulseScreen({ org, pulse }: { org: string; pulse: PulseDetail }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const onSettled = () => {
    setAsking(false);
    return cache.invalidateQueries({ queryKey: trpc.waves.pathKey() });
  };
  const launch = useMutation(trpc.waves.launch.mutationOptions({ onSettled }));
  const open = useMutation(trpc.waves.openPulse.mutationOptions({ onSettled }));
  const close = useMutation(trpc.waves.closePulse.mutationOptions({ onSettled }));
  const failed = launch.error ?? open.error ?? close.error;
  const problems = Object.values(pulse.problems);
  const next: Ask | null =
    pulse.status === "draft" && problems.length === 0
      ? "launch"
      : pulse.status === "confirming"
        ? "open"
        : pulse.status === "open"
          ? "close"
          : null;
  const run = { launch, open, close };

  return (
    <>
      <PageHeader
        path={[{ label: "Waves", href: `/o/${org}/waves` }]}
        title={pulseTitle(pulse)}
        meta={
          pulse.status === "withdrawn"
            ? undefined
            : `Nothing is shown for fewer than ${pulse.k} people.${pulse.agreedWithStaff ? " Agreed with staff side." : " Not agreed with staff side yet."}`
        }
        action={
          next ? (
            <Button onClick={() => setAsking(true)}>{ASKED[next].verb}</Button>
          ) : pulse.heldBack ? (
            <LinkButton href={`/o/${org}/certificate?wave=${pulse.id}`}>Raise k and check again</LinkButton>
          ) : pulse.status === "published" ? (
            <LinkButton href={`/o/${org}/results`}>See the results</LinkButton>
          ) : null
        }
      />
      {failed && (
        <div className={classes.block}>
          <Banner tone="problem">{readError(failed).message}</Banner>
        </div>
      )}
      {pulse.heldBack && (
        <div className={classes.block}>
          <Banner tone="problem">{HELD_BACK}</Banner>
        </div>
      )}
      {problems.length > 0 && (
        <div className={classes.block}>
          <Banner>Before it can be launched: {problems.join(" ")}</Banner>
        </div>
      )}
      {pulse.status !== "withdrawn" && (
        <Steps label="Steps of this wave" steps={stepsOf(pulse)} current={pulse.status} />
      )}
      <section className={classes.section}>
        <h2>What happens next</h2>
        <p className="prose">{pulseNext(pulse)}</p>
      </section>
      {pulse.status === "draft" && <PulseDraft org={org} pulse={pulse} />}
      {pulse.status === "confirming" && <PulseConfirming org={org} pulse={pulse} />}
      {pulse.status === "open" && <PulseOpen org={org} pulse={pulse} />}
      {pulse.status === "published" && <PulsePublished org={org} waveId={pulse.id} />}
      {pulse.receipt && pulse.status !== "withdrawn" && <PulsePromise waveId={pulse.id} receipt={pulse.receipt} />}
      {["confirming", "open", "sealed", "published"].includes(pulse.status) && <WithdrawForm pulse={pulse} />}
      {next && (
        <Confirm
          opened={asking}
          title={ASKED[next].title(pulse.label)}
          confirm={ASKED[next].verb}
          busy={run[next].isPending}
          onConfirm={() => run[next].mutate({ waveId: pulse.id })}
          onClose={() => setAsking(false)}
        >
          {confirmWords(next, pulse)}
        </Confirm>
      )}
    </>
  );
}

function confirmWords(next: Ask, pulse: PulseDetail): string {
  if (next === "launch") {
    return "The structure of today, the statements, the dates and the smallest group are fixed from now on, whatever is changed later. Supervisors get a mail and confirm their lists.";
  }
  if (next === "open") {
    const open = pulse.lists.lists - pulse.lists.confirmed;
    const lists =
      open > 0 ? ` ${open} of ${pulse.lists.lists} lists are not confirmed; they are used as they are.` : "";
    return `Everybody on a list is asked: ${pulse.lists.people} people.${lists} From then on nobody can be put on a list of this wave.`;
  }
  return "Nobody can answer after this, and a closed wave cannot be opened again. Results follow as soon as the check has passed.";
}
