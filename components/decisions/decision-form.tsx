"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { WriteDecision } from "#contracts/decisions.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./decisions.module.css";

const FIELDS = [
  ["said", "You said", "What the team said, in its own words as far as you can. Nobody’s name."],
  ["decided", "We decided", "What changes, or why nothing does."],
] as const;

export function DecisionForm({
  teamId,
  today,
  onSaved,
}: {
  teamId: string;
  today: string;
  onSaved: () => Promise<unknown>;
}) {
  const trpc = useTRPC();
  const write = useMutation(trpc.decisions.write.mutationOptions());
  const [values, setValues] = useState({ said: "", decided: "", decidedOn: today });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);

  function fail(found: Record<string, string>) {
    setErrors(found);
    setAttempt((n) => n + 1);
  }
  function save(event: FormEvent) {
    event.preventDefault();
    const read = WriteDecision.safeParse({ teamId, ...values });
    if (!read.success) return fail(Object.fromEntries(read.error.issues.map((i) => [String(i.path[0]), i.message])));
    setErrors({});
    write.mutate(read.data, {
      onError: (error) => {
        const { fields, message } = readError(error);
        fail(Object.keys(fields).length > 0 ? fields : { said: message });
      },
      onSuccess: async () => {
        setValues({ said: "", decided: "", decidedOn: today });
        await onSaved();
      },
    });
  }

  return (
    <form onSubmit={save} noValidate className={classes.form}>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} attempt={attempt} />
      {FIELDS.map(([field, label, hint]) => (
        <Field key={field} id={field} label={label} hint={hint} error={errors[field]}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={300}
              value={values[field]}
              onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <Field id="decidedOn" label="Decided on" error={errors.decidedOn}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max={today}
            className={classes.short}
            value={values.decidedOn}
            onChange={(event) => setValues({ ...values, decidedOn: event.currentTarget.value })}
          />
        )}
      </Field>
      <Button type="submit" loading={write.isPending}>
        Tell the team
      </Button>
    </form>
  );
}
