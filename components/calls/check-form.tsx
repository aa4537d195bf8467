"use client";

import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { CallView, QuickCheck } from "#contracts/calls.ts";
import { FLAGS, SIGNALS, type Signal } from "#contracts/signals.ts";
import { FLAG_LABELS, SIGNAL_QUESTIONS, SIGNAL_STRENGTHS } from "#content/signals.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { ScaleHead, ScaleRow } from "#components/ui/scale-row.tsx";
import classes from "./calls.module.css";

const STRENGTHS = SIGNAL_STRENGTHS.map((label, value) => ({ value, label }));
const NONE: Record<Signal, number | null> = { U: null, C: null, I: null, K: null };

/** The 60-second check: four signals, three flags. What holds today is asked anew; flags start as they were. */
export function CheckForm({
  teamId,
  flags: before,
  onMade,
}: {
  teamId: string;
  flags: QuickCheck["flags"] | null;
  onMade: (call: CallView) => void;
}) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [signals, setSignals] = useState(NONE);
  const [flags, setFlags] = useState<QuickCheck["flags"]>(
    before ?? { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
  );
  const [tried, setTried] = useState(0);
  const check = useMutation(
    trpc.calls.check.mutationOptions({
      onSuccess: async (call) => {
        await Promise.all([
          cache.invalidateQueries({ queryKey: trpc.calls.page.pathKey() }),
          // What fits the call changes with it.
          cache.invalidateQueries({ queryKey: trpc.plans.pathKey() }),
        ]);
        onMade(call);
      },
    }),
  );
  const missing = SIGNALS.filter((signal) => signals[signal] === null);

  function send(event: FormEvent) {
    event.preventDefault();
    if (missing.length > 0) setTried((n) => n + 1);
    else check.mutate({ teamId, signals: signals as QuickCheck["signals"], flags });
  }

  const error = (signal: Signal) => (tried > 0 && signals[signal] === null ? "Choose one of the four." : undefined);
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary
        attempt={tried}
        errors={
          tried > 0
            ? missing.map((signal) => ({
                field: signal,
                message: `Signal ${SIGNALS.indexOf(signal) + 1}: choose one of the four.`,
              }))
            : []
        }
      />
      {check.isError && (
        <div className={classes.banner}>
          <Banner tone="problem">{readError(check.error).message}</Banner>
        </div>
      )}
      <section className={classes.section} aria-labelledby="signals">
        <h2 id="signals">Four signals</h2>
        <ScaleHead options={STRENGTHS} />
        {SIGNALS.map((signal, index) => (
          <ScaleRow
            key={signal}
            id={signal}
            statement={`${index + 1}. ${SIGNAL_QUESTIONS[signal].question}`}
            options={STRENGTHS}
            value={signals[signal]}
            error={error(signal)}
            onChange={(value) => setSignals({ ...signals, [signal]: value })}
          />
        ))}
      </section>
      <section className={classes.section} aria-labelledby="flags">
        <h2 id="flags">Does one of these hold today?</h2>
        <div className={classes.choices}>
          {FLAGS.map((flag) => (
            <Checkbox
              key={flag}
              label={FLAG_LABELS[flag].statement}
              description={FLAG_LABELS[flag].hint}
              checked={flags[flag]}
              onChange={(event) => setFlags({ ...flags, [flag]: event.currentTarget.checked })}
            />
          ))}
        </div>
      </section>
      <div className={classes.bar}>
        <p className={classes.soft}>{4 - missing.length} of 4 answered</p>
        <Button type="submit" loading={check.isPending}>
          Show the call
        </Button>
      </div>
    </form>
  );
}
