"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { PulseDetail } from "#contracts/wave-views.ts";
import { costWords, wallTime } from "./pulse-words.ts";
import { ReportTogether } from "./report-together.tsx";
import classes from "./waves.module.css";

/** A planned pulse: what it will be, who is too small, what everybody will see, and a rehearsal. */
export function PulseDraft({ org, pulse }: { org: string; pulse: PulseDetail }) {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const { data: cost } = useSuspenseQuery(trpc.waves.cost.queryOptions({ waveId: pulse.id }));
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.waves.pathKey() });
  const rehearse = useMutation(
    trpc.waves.rehearse.mutationOptions({
      onSuccess: async (made) => {
        await refresh();
        router.push(`/o/${org}/waves/${made.id}`);
      },
    }),
  );
  const remove = useMutation(
    trpc.waves.remove.mutationOptions({
      onSuccess: async () => {
        router.push(`/o/${org}/waves`);
        await refresh();
      },
    }),
  );
  const failed = rehearse.error ?? remove.error;
  const chosen = cost.costs.find((c) => c.k === pulse.k);
  return (
    <>
      {failed && (
        <div className={classes.block}>
          <Banner tone="problem">{readError(failed).message}</Banner>
        </div>
      )}
      <section className={classes.section}>
        <h2>The plan</h2>
        <dl className={classes.facts}>
          <Fact name="Opens">{pulse.opensAt ? wallTime(pulse.opensAt) : "When you open it"}</Fact>
          <Fact name="Closes">{pulse.closesAt ? wallTime(pulse.closesAt) : "Not said yet"}</Fact>
          <Fact name="Statements">
            {pulse.statements.length}
            {pulse.welsh ? ", in English and Welsh" : ", in English"}
          </Fact>
          <Fact name="People">
            {cost.people.toLocaleString("en-GB")}
            {cost.fromLists ? ", from lists; from head counts where a team has none" : " by head count: no list yet"}
          </Fact>
        </dl>
        {chosen && <p className="prose">{costWords(chosen, cost.teams, cost.fromLists)}</p>}
        <div className={classes.buttons}>
          <LinkButton href={`/o/${org}/waves/${pulse.id}/plan`} variant="default">
            Change the plan
          </LinkButton>
          <Button variant="default" loading={rehearse.isPending} onClick={() => rehearse.mutate({ waveId: pulse.id })}>
            Make a rehearsal
          </Button>
          <Button variant="default" onClick={() => setRemoving(true)}>
            Remove this plan
          </Button>
        </div>
      </section>
      <ReportTogether pulse={pulse} cost={cost} />
      <section className={classes.section}>
        <h2>What everybody will see</h2>
        <dl className={classes.facts}>
          <Fact name="Team members">Nothing while it is open. Afterwards what was decided, on their team’s page.</Fact>
          <Fact name="Supervisors">
            Their own team from {pulse.k} answers on, else the nearest larger group. Never who answered, or what.
          </Fact>
          <Fact name="Leaders">Every unit and team below them that may be shown.</Fact>
          <Fact name="HR">The same, for the whole organisation. No answers, and no list of who answered.</Fact>
        </dl>
      </section>
      <Confirm
        opened={removing}
        title={`Remove ${pulse.label}?`}
        confirm="Remove this plan"
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ waveId: pulse.id })}
        onClose={() => setRemoving(false)}
      >
        The plan and its statements are gone. Nobody has been asked anything yet.
      </Confirm>
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
