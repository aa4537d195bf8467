"use client";

import { Button, Textarea } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { WORTH_CHECKING } from "#content/worth-checking.ts";
import type { DetectorName } from "#contracts/plans.ts";
import { useTRPC, useTRPCClient } from "#components/api/trpc.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./plans.module.css";
import { SupportForm } from "./support-form.tsx";
import { useChange } from "./use-change.ts";

/** One thing worth checking at a time, for the supervisor first, and the support of somebody new in post. */
export function WorthCheckingCard({ teamId }: { teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.plans.worthChecking.queryOptions(teamId ? { teamId } : {}));
  if (!data.team || (data.detector === null && data.support === null)) return null;
  return (
    <section className={`${classes.section} ${classes.page}`}>
      {data.detector && (
        <>
          <h2>Worth checking</h2>
          <Card key={`${data.team.id} ${data.detector}`} detector={data.detector} teamId={data.team.id} />
        </>
      )}
      {data.support && <SupportForm support={data.support} />}
    </section>
  );
}

function Card({ detector, teamId }: { detector: DetectorName; teamId: string }) {
  const client = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const change = useChange(client.plans.setAside.mutate, () => setAsking(false));
  const { title, why, next } = WORTH_CHECKING[detector];
  function send(event: FormEvent) {
    event.preventDefault();
    change.run({ teamId, detector, reason });
  }
  return (
    <div className={classes.card}>
      <h3>{title}</h3>
      <p>{why}</p>
      <p>
        <strong>Next: </strong>
        {next}
      </p>
      {asking ? (
        <form onSubmit={send} noValidate>
          <Field
            label="Why does it not apply?"
            hint="Only you read this. It rests for twelve weeks."
            error={change.errors.reason ?? change.errors.form}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={300}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </Field>
          <div className={classes.line}>
            <Button type="submit" variant="default" loading={change.busy}>
              Set it aside
            </Button>
            <Button variant="subtle" onClick={() => setAsking(false)}>
              Go back
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button size="sm" variant="default" onClick={() => setAsking(true)}>
            Does not apply
          </Button>
        </div>
      )}
    </div>
  );
}
