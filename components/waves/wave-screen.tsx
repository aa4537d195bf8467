"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { WaveDetail } from "#contracts/waves.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { longDate } from "#components/ui/dates.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { type Step, Steps } from "#components/ui/steps.tsx";
import { DraftActions } from "./draft-actions.tsx";
import { waveTitle, whatNext } from "./wave-words.ts";
import classes from "./waves.module.css";

/** The six steps of a wave. By hand two of them take no time of their own, and say so. */
function stepsOf(wave: WaveDetail): Step[] {
  const day = (on: string | null) => (on ? longDate(on) : undefined);
  const imported = wave.source === "import";
  return [
    { key: "draft", label: "Planned", note: day(wave.plannedOn) },
    { key: "confirming", label: "Lists confirmed", note: imported ? "Not for an import" : "Not asked by hand" },
    { key: "open", label: "Open", note: imported ? "Not for an import" : day(wave.openedOn) },
    { key: "closing", label: "Closing", note: wave.closedOn && !imported ? "At once" : undefined },
    { key: "sealed", label: "Closed", note: day(wave.closedOn) },
    {
      key: "published",
      label: "Published",
      note: wave.source === "none" && wave.closedOn ? "No team answers" : day(wave.publishedOn),
    },
  ];
}

const PARTS = [
  { key: "part1", label: "Part 1, Right now" },
  { key: "part2", label: "Part 2, Your team" },
  { key: "part3", label: "Part 3, Numbers" },
] as const;

/** One wave for HR: where it is, what happens next, and the one thing to do. */
export function WaveScreen({ org, wave }: { org: string; wave: WaveDetail }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const waveId = wave.id;
  const [asking, setAsking] = useState(false);
  const refresh = () => {
    setAsking(false);
    return Promise.all([
      cache.invalidateQueries({ queryKey: trpc.waves.read.queryKey() }),
      cache.invalidateQueries({ queryKey: trpc.waves.list.queryKey() }),
    ]);
  };
  const open = useMutation(trpc.waves.open.mutationOptions({ onSettled: refresh }));
  const close = useMutation(trpc.waves.close.mutationOptions({ onSettled: refresh }));
  const failed = open.error ?? close.error;
  const { progress } = wave;
  const withoutTeams = wave.status === "draft" && wave.teamsToday === 0;
  const openable = wave.status === "draft" && wave.openNow === null && !withoutTeams;

  const action = openable ? (
    <Button onClick={() => setAsking(true)}>Open this wave</Button>
  ) : wave.status === "open" ? (
    <Button onClick={() => setAsking(true)}>Close this wave</Button>
  ) : withoutTeams ? (
    <LinkButton href={`/o/${org}/structure`}>Register your first team</LinkButton>
  ) : null;

  return (
    <>
      <PageHeader
        path={[{ label: "Waves", href: `/o/${org}/waves` }]}
        title={waveTitle(wave)}
        meta={`Nothing is shown for fewer than ${wave.k} people.`}
        action={action}
      />
      {failed && (
        <div className={classes.block}>
          <Banner tone="problem">{readError(failed).message}</Banner>
        </div>
      )}
      <Steps label="Steps of this wave" steps={stepsOf(wave)} current={wave.status} />
      <section className={classes.section}>
        <h2>What happens next</h2>
        <p className="prose">
          {withoutTeams ? "There is no team yet. Register the first one, then open the wave." : whatNext(wave)}
        </p>
      </section>
      {wave.status === "draft" && <DraftActions org={org} wave={wave} />}
      {progress && (
        <section className={classes.section}>
          <h2>{wave.status === "open" ? "Assessments so far" : "Assessments given"}</h2>
          <p className={classes.quiet}>
            How many teams, never which: a part counts once its supervisor has finished it.
          </p>
          <div className={classes.progress}>
            {PARTS.map(({ key, label }) => (
              <ProgressLine
                key={key}
                label={label}
                value={progress[key]}
                total={progress.teams}
                words={`${progress[key]} of ${progress.teams} teams`}
              />
            ))}
          </div>
        </section>
      )}
      <Confirm
        opened={asking && openable}
        title={`Open ${wave.label}?`}
        confirm="Open this wave"
        busy={open.isPending}
        onConfirm={() => open.mutate({ waveId })}
        onClose={() => setAsking(false)}
      >
        {wave.teamsToday === 1 ? "One team takes" : `${wave.teamsToday} teams take`} part. The structure of today is
        kept for this wave, whatever is moved later. Teams that register afterwards join the next one.
      </Confirm>
      <Confirm
        opened={asking && wave.status === "open"}
        title={`Close ${wave.label}?`}
        confirm="Close this wave"
        busy={close.isPending}
        onConfirm={() => close.mutate({ waveId })}
        onClose={() => setAsking(false)}
      >
        No assessment can be given or changed after this.
        {progress && progress.part1 < progress.teams
          ? ` ${progress.teams - progress.part1} of ${progress.teams} teams have not given part 1 yet.`
          : ""}{" "}
        A closed wave cannot be opened again.
      </Confirm>
    </>
  );
}
