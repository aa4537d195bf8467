"use client";

import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { longDate } from "#components/ui/dates.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { HandOverLink } from "#components/ui/hand-over-link.tsx";
import type { Registration } from "#contracts/register-views.ts";
import { WORKING_PATTERN_LABELS } from "#contracts/register.ts";
import classes from "./register.module.css";
import { useFormErrors } from "./use-form-errors.ts";
import { people } from "./words.ts";

/** One request; with buttons only for whoever may decide. After a yes it stays until the page is left, with the link. */
export function WaitingTeam({ team, onDecided }: { team: Registration; onDecided: () => Promise<unknown> }) {
  const trpc = useTRPC();
  const approve = useMutation(trpc.register.approveTeam.mutationOptions());
  const decline = useMutation(trpc.register.declineTeam.mutationOptions());
  const [saysNo, setSaysNo] = useState(false);
  const [reason, setReason] = useState("");
  const id = `reason-${team.id}`;
  const form = useFormErrors(decline.error ?? approve.error, id, { reason: id });

  function send(event: FormEvent) {
    event.preventDefault();
    if (!form.complete({ [id]: reason.trim() === "" && "Say why, for whoever asked." })) return;
    decline.mutate({ unitId: team.id, reason }, { onError: form.again, onSuccess: onDecided });
  }

  return (
    <li className={classes.card}>
      <h3>{team.name}</h3>
      <p>
        Below {team.parentName}; {people(team.headcount)}
        {team.workingPattern && `, ${WORKING_PATTERN_LABELS[team.workingPattern].toLowerCase()}`}. Supervisor:{" "}
        {team.supervisorName ? `${team.supervisorName} (${team.supervisorEmail})` : team.supervisorEmail}.
      </p>
      <p className={classes.soft}>
        {team.registeredBy} asked on {longDate(team.registeredAt.slice(0, 10))}.
      </p>
      {approve.data ? (
        <div className={classes.result} role="status">
          <Banner>
            {team.name} is live from today on. {approve.data.supervisor} supervises it.
          </Banner>
          <HandOverLink name={approve.data.supervisor} invitation={approve.data.invitation} />
          <Button variant="default" onClick={() => void onDecided()}>
            Done
          </Button>
        </div>
      ) : (
        team.mine && (
          <>
            {!saysNo && (
              <div className={classes.buttons}>
                <Button
                  loading={approve.isPending}
                  onClick={() => approve.mutate({ unitId: team.id }, { onError: form.again })}
                >
                  Approve
                </Button>
                <Button variant="default" onClick={() => setSaysNo(true)}>
                  Decline
                </Button>
              </div>
            )}
            <ErrorSummary errors={form.summary} attempt={form.attempt} />
            {saysNo && (
              <form onSubmit={send} noValidate>
                <Field id={id} label="Why not" hint="Whoever asked reads this." error={form.fields[id]}>
                  {(control) => (
                    <Textarea
                      {...control}
                      maxLength={500}
                      rows={2}
                      value={reason}
                      onChange={(e) => setReason(e.currentTarget.value)}
                    />
                  )}
                </Field>
                <div className={classes.buttons}>
                  <Button type="submit" loading={decline.isPending}>
                    Decline with this reason
                  </Button>
                  <Button variant="default" onClick={() => setSaysNo(false)}>
                    Go back
                  </Button>
                </div>
              </form>
            )}
          </>
        )
      )}
    </li>
  );
}
