"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { HELD_BACK } from "#content/certificate-words.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./certificate.module.css";

/** A failed check, in the words that HR knows, and the way on: larger groups, then the same check again. */
export function HeldBack({ waveId, k, mayRun }: { waveId: string; k: number; mayRun: boolean }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [value, setValue] = useState(String(k + 1));
  const [error, setError] = useState<string | null>(null);
  const raise = useMutation(
    trpc.certificates.raiseK.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.certificates.read.queryKey() }),
      onError: (failure) => {
        const { fields, message } = readError(failure);
        setError(fields.k ?? message);
      },
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    setError(null);
    if (!/^\d{1,3}$/.test(value.trim())) return setError("Enter a whole number.");
    raise.mutate({ waveId, k: Number(value) });
  }
  return (
    <div className={classes.block}>
      <Banner tone="problem">{HELD_BACK}</Banner>
      {mayRun && (
        <form onSubmit={submit} noValidate className={classes.form}>
          <Field
            id="k"
            label="Smallest group shown"
            hint={`It is ${k} now and can only be raised. The promise to staff is kept: it named a smallest group.`}
            error={error}
          >
            {(control) => (
              <TextInput
                {...control}
                inputMode="numeric"
                className={classes.short}
                value={value}
                onChange={(event) => setValue(event.currentTarget.value)}
              />
            )}
          </Field>
          <div>
            <Button type="submit" loading={raise.isPending}>
              Raise and check again
            </Button>
          </div>
          <p role="status">{raise.isSuccess && "It is being checked again. Look here in a minute."}</p>
        </form>
      )}
    </div>
  );
}
