"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Support } from "#contracts/reviews.ts";
import { useTRPCClient } from "#components/api/trpc.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./plans.module.css";
import own from "./practices.module.css";
import { useChange } from "./use-change.ts";

const DAYS = [
  { key: "firstTrainingOn", label: "First training" },
  { key: "secondTrainingOn", label: "Second training" },
  { key: "lastCheckInOn", label: "Last check-in with your leader" },
] as const;

/** The first twelve months: a mentor, two trainings, check-ins. */
export function SupportForm({ support }: { support: Support }) {
  const client = useTRPCClient();
  const [given, setGiven] = useState(support);
  const change = useChange(client.plans.saveSupport.mutate, () => undefined);
  function send(event: FormEvent) {
    event.preventDefault();
    change.run(given);
  }
  return (
    <details className={own.fold}>
      <summary>Your first twelve months: {supportWords(support)}</summary>
      <p className={classes.soft}>
        HR sees how many new supervisors have a mentor and trainings, to help where they do not.
      </p>
      <form onSubmit={send} noValidate className={classes.form}>
        <Field id="mentor" label="Your mentor" optional error={change.errors.mentor ?? change.errors.form}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={120}
              value={given.mentor ?? ""}
              onChange={(event) => setGiven({ ...given, mentor: event.currentTarget.value })}
            />
          )}
        </Field>
        {DAYS.map(({ key, label }) => (
          <Field key={key} id={key} label={label} optional error={change.errors[key]}>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                value={given[key] ?? ""}
                onChange={(event) => setGiven({ ...given, [key]: event.currentTarget.value || null })}
              />
            )}
          </Field>
        ))}
        <Button type="submit" variant="default" loading={change.busy}>
          Keep this
        </Button>
      </form>
    </details>
  );
}

function supportWords({ mentor, firstTrainingOn, secondTrainingOn }: Support): string {
  const trainings = [firstTrainingOn, secondTrainingOn].filter((day) => day !== null).length;
  return `${mentor ? `mentor ${mentor}` : "no mentor noted"}, ${trainings} of 2 trainings`;
}
