"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import type { WaveStatus, WaveSummary } from "#contracts/waves.ts";
import classes from "./waves.module.css";

const WORDS: Partial<Record<WaveStatus, string>> = {
  confirming: "Supervisors are not asked any more, and nobody is invited.",
  open: "Nobody can answer any more. What has been answered is thrown away unread.",
  sealed: "What was answered is deleted, and no results are made.",
  published: "Its results can no longer be read, and its answers are deleted. Their sums are kept for later checks.",
};

/** Folded away, because it cannot be taken back. */
export function WithdrawForm({ pulse }: { pulse: WaveSummary }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const withdraw = useMutation(
    trpc.waves.withdraw.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.waves.pathKey() }),
    }),
  );
  const missing = attempt > 0 && reason.trim() === "" ? "Say why, for whoever reads the audit." : null;
  const message = missing ?? (withdraw.error ? readError(withdraw.error).message : null);
  function send(event: FormEvent) {
    event.preventDefault();
    setAttempt((n) => n + 1);
    if (reason.trim() !== "") withdraw.mutate({ waveId: pulse.id, reason });
  }
  return (
    <details className={`${classes.section} ${classes.together}`}>
      <summary>Withdraw this wave</summary>
      <form onSubmit={send} noValidate>
        <ErrorSummary errors={message ? [{ field: "reason", message }] : []} attempt={attempt} />
        <p className="prose">{WORDS[pulse.status]} This cannot be taken back.</p>
        <Field id="reason" label="Why" error={message}>
          {(control) => (
            <TextInput {...control} maxLength={500} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
          )}
        </Field>
        <Button type="submit" color="error" loading={withdraw.isPending}>
          Withdraw this wave
        </Button>
      </form>
    </details>
  );
}
