"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { UnitPriorities } from "#contracts/decisions.ts";
import { PRIORITIES } from "#contracts/plans.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./decisions.module.css";
import { behindWords, prioritiesTitle, purposeWords } from "./words.ts";

/** Up to three priorities per unit, and whether a team stands behind each. */
export function PrioritiesScreen() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { data } = useSuspenseQuery(trpc.decisions.priorities.queryOptions());
  const [open, setOpen] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const own = data.units.filter((unit) => unit.own);
  const below = data.units.filter((unit) => !unit.own);
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.decisions.pathKey() });
  const card = (unit: UnitPriorities) => (
    <Unit
      key={unit.unit.unitId}
      unit={unit}
      open={open === unit.unit.unitId}
      onOpen={(yes) => setOpen(yes ? unit.unit.unitId : null)}
      onChanged={refresh}
      onSaved={() => setSaved(unit.unit.name)}
    />
  );
  return (
    <>
      <PageHeader title={prioritiesTitle(data.units)} meta={purposeWords(data.teams, data.withoutPurpose)} />
      {saved && (
        <div className={classes.notice} role="status">
          <Banner>The priorities of {saved} are saved. Teams link their purpose to one of them.</Banner>
        </div>
      )}
      <div className={classes.units}>{own.map(card)}</div>
      {below.length > 0 && (
        <section className={classes.section}>
          <h2>The level below</h2>
          <div className={classes.rows}>{below.map(card)}</div>
        </section>
      )}
    </>
  );
}

function Unit({
  unit,
  open,
  onOpen,
  onChanged,
  onSaved,
}: {
  unit: UnitPriorities;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChanged: () => Promise<unknown>;
  onSaved: () => void;
}) {
  const { unitId, name } = unit.unit;
  const Heading = unit.own ? "h2" : "h3";
  return (
    <section className={unit.own || open ? classes.unit : classes.row} aria-labelledby={`unit-${unitId}`}>
      <Heading id={`unit-${unitId}`}>{name}</Heading>
      {open ? (
        <PrioritiesForm
          unit={unit}
          onCancel={() => onOpen(false)}
          onChanged={onChanged}
          onDone={async () => {
            await onChanged();
            onOpen(false);
            onSaved();
          }}
        />
      ) : (
        <>
          {unit.priorities.length === 0 ? (
            <p className={classes.soft}>No priorities are stated.</p>
          ) : (
            <ol className={classes.priorities}>
              {unit.priorities.map((priority) => (
                <li key={priority.id}>
                  {priority.words}
                  <br />
                  <span className={priority.teams === 0 ? classes.alone : classes.soft}>{behindWords(priority)}</span>
                </li>
              ))}
            </ol>
          )}
          <div className={classes.buttons}>
            <Button
              variant="default"
              aria-label={`${unit.priorities.length === 0 ? "State" : "Change"} priorities of ${name}`}
              onClick={() => onOpen(true)}
            >
              {unit.priorities.length === 0 ? "State priorities" : "Change"}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function PrioritiesForm({
  unit,
  onCancel,
  onChanged,
  onDone,
}: {
  unit: UnitPriorities;
  onCancel: () => void;
  onChanged: () => Promise<unknown>;
  onDone: () => Promise<unknown>;
}) {
  const trpc = useTRPC();
  const state = useMutation(trpc.decisions.statePriorities.mutationOptions());
  const [lines, setLines] = useState(() =>
    Array.from({ length: PRIORITIES }, (_, index) => unit.priorities[index]?.words ?? ""),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const id = (index: number) => `priority-${index}`;

  function save(event: FormEvent) {
    event.preventDefault();
    setErrors({});
    state.mutate(
      { unitId: unit.unit.unitId, priorities: lines, basedOn: unit.priorities.map((one) => one.id) },
      {
        onError: async (error) => {
          const { fields, message, kind } = readError(error);
          const named = Object.entries(fields).map(([field, words]) => [id(Number(field.split(".")[1] ?? 0)), words]);
          setErrors(named.length > 0 ? Object.fromEntries(named) : { [id(0)]: message });
          setAttempt((n) => n + 1);
          // What somebody else has written becomes what the next save is based on; the own lines stay.
          if (kind === "conflict") await onChanged();
        },
        onSuccess: onDone,
      },
    );
  }
  return (
    <form onSubmit={save} noValidate className={classes.form}>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} attempt={attempt} />
      {lines.map((words, index) => (
        <Field
          key={id(index)}
          id={id(index)}
          label={`Priority ${index + 1}`}
          optional={index > 0}
          error={errors[id(index)]}
          {...(index === 0 && {
            hint: "What matters most, in words that a team can act on. One that you reword is new: teams link to it again.",
          })}
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              maxLength={160}
              value={words}
              onChange={(event) => setLines(lines.with(index, event.currentTarget.value))}
            />
          )}
        </Field>
      ))}
      <div className={classes.buttons}>
        <Button type="submit" loading={state.isPending}>
          Save priorities
        </Button>
        <Button variant="default" onClick={onCancel}>
          Go back
        </Button>
      </div>
    </form>
  );
}
