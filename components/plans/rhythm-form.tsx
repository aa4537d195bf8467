"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type PracticesPage, RHYTHM_LABELS } from "#contracts/plans.ts";
import { useTRPCClient } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { longDate } from "#components/ui/dates.ts";
import { Field } from "#components/ui/field.tsx";
import own from "./practices.module.css";
import { useChange } from "./use-change.ts";

const EVERY = [
  { value: "7", label: "Every week" },
  { value: "14", label: "Every two weeks" },
  { value: "28", label: "Every four weeks" },
  { value: "42", label: "Every six weeks" },
];

/** How often, and when last. Never what was said. */
export function RhythmForm({
  teamId,
  today,
  rhythm,
}: {
  teamId: string;
  today: string;
  rhythm: PracticesPage["rhythms"][number];
}) {
  const client = useTRPCClient();
  const [every, setEvery] = useState(String(rhythm.everyDays ?? 14));
  const [last, setLast] = useState(rhythm.lastHeldOn ?? "");
  const change = useChange(client.plans.saveRhythm.mutate, () => undefined);
  const choices = EVERY.some(({ value }) => value === every)
    ? EVERY
    : [...EVERY, { value: every, label: `Every ${every} days` }];
  function send(event: FormEvent) {
    event.preventDefault();
    change.run({ teamId, kind: rhythm.kind, everyDays: Number(every), lastHeldOn: last || null });
  }
  return (
    <form onSubmit={send} noValidate>
      <p>
        <strong>{RHYTHM_LABELS[rhythm.kind]}</strong>
        {rhythm.nextBy &&
          (rhythm.late ? `: due since ${longDate(rhythm.nextBy)}` : `: next by ${longDate(rhythm.nextBy)}`)}
      </p>
      {change.errors.form && <Banner tone="problem">{change.errors.form}</Banner>}
      <div className={own.rhythm}>
        <Field id={`${rhythm.kind}-every`} label="How often">
          {(control) => (
            <NativeSelect {...control} value={every} onChange={(e) => setEvery(e.currentTarget.value)} data={choices} />
          )}
        </Field>
        <Field id={`${rhythm.kind}-last`} label="Last held" error={change.errors.lastHeldOn}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              max={today}
              value={last}
              onChange={(e) => setLast(e.currentTarget.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="default"
          loading={change.busy}
          aria-label={`Keep: ${RHYTHM_LABELS[rhythm.kind]}`}
        >
          Keep
        </Button>
      </div>
    </form>
  );
}
