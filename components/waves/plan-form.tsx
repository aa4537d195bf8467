"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { PlanWave } from "#contracts/waves.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./waves.module.css";

/** Two fields: what the wave is called, and the smallest group that will be shown. */
export function PlanForm({ org, k: least, onCancel }: { org: string; k: number; onCancel: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useQueryClient();
  const create = useMutation(trpc.waves.create.mutationOptions());
  const [label, setLabel] = useState("");
  const [k, setK] = useState(String(least));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);

  function fail(fields: Record<string, string>) {
    setErrors(fields);
    setAttempt((n) => n + 1);
  }
  function plan(event: FormEvent) {
    event.preventDefault();
    const read = PlanWave.safeParse({ label, k: k.trim() === "" ? undefined : Number(k) });
    if (!read.success) return fail(Object.fromEntries(read.error.issues.map((i) => [String(i.path[0]), i.message])));
    setErrors({});
    create.mutate(read.data, {
      onError: (error) => {
        const { fields, message } = readError(error);
        fail(Object.keys(fields).length > 0 ? fields : { label: message });
      },
      onSuccess: async (wave) => {
        await cache.invalidateQueries({ queryKey: trpc.waves.list.queryKey() });
        router.push(`/o/${org}/waves/${wave.id}`);
      },
    });
  }

  return (
    <form onSubmit={plan} noValidate className={classes.plan} aria-labelledby="plan-title">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} attempt={attempt} />
      <h2 id="plan-title">Plan a wave</h2>
      <Field id="label" label="Name" hint="As everybody will read it, for example Spring 2027." error={errors.label}>
        {(control) => (
          <TextInput
            {...control}
            autoFocus
            autoComplete="off"
            maxLength={80}
            value={label}
            onChange={(e) => setLabel(e.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        id="k"
        label="Smallest group shown"
        hint={`Results of fewer people are never shown. ${least} or more; it cannot be lowered later.`}
        error={errors.k}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            className={classes.short}
            value={k}
            onChange={(e) => setK(e.currentTarget.value)}
          />
        )}
      </Field>
      <div className={classes.buttons}>
        <Button type="submit" loading={create.isPending}>
          Save this plan
        </Button>
        <Button variant="default" onClick={onCancel}>
          Go back
        </Button>
      </div>
    </form>
  );
}
