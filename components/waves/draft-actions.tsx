"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { RenameWave } from "#contracts/wave-plans.ts";
import type { WaveSummary } from "#contracts/waves.ts";
import classes from "./waves.module.css";

/** Another name for a planned wave, or none at all. */
export function DraftActions({ org, wave }: { org: string; wave: WaveSummary }) {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.waves.pathKey() });
  const rename = useMutation(trpc.waves.rename.mutationOptions({ onSuccess: refresh }));
  const remove = useMutation(
    trpc.waves.remove.mutationOptions({
      onSuccess: async () => {
        router.push(`/o/${org}/waves`);
        await refresh();
      },
    }),
  );
  const [label, setLabel] = useState(wave.label);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [removing, setRemoving] = useState(false);
  const message = problem ?? (rename.error ? readError(rename.error).message : null);
  function send(event: FormEvent) {
    event.preventDefault();
    const read = RenameWave.safeParse({ waveId: wave.id, label });
    setProblem(read.success ? null : (read.error.issues[0]?.message ?? null));
    setAttempt((n) => n + 1);
    if (read.success) rename.mutate(read.data);
  }
  return (
    <details className={`${classes.section} ${classes.together}`}>
      <summary>Rename or remove it</summary>
      <form onSubmit={send} noValidate>
        <ErrorSummary errors={message ? [{ field: "rename", message }] : []} attempt={attempt} />
        <Field id="rename" label="Name" error={message}>
          {(control) => (
            <TextInput {...control} maxLength={80} value={label} onChange={(e) => setLabel(e.currentTarget.value)} />
          )}
        </Field>
        <div className={classes.buttons}>
          <Button type="submit" variant="default" loading={rename.isPending}>
            Rename
          </Button>
          <Button variant="default" onClick={() => setRemoving(true)}>
            Remove this plan
          </Button>
        </div>
        {rename.data && !rename.isPending && <p role="status">It is called {rename.data.label} now.</p>}
        {remove.error && <p role="alert">{readError(remove.error).message}</p>}
      </form>
      <Confirm
        opened={removing}
        title={`Remove ${wave.label}?`}
        confirm="Remove this plan"
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ waveId: wave.id })}
        onClose={() => setRemoving(false)}
      >
        The plan is gone. Nobody has been asked anything yet.
      </Confirm>
    </details>
  );
}
