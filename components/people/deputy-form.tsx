"use client";

import { Button, Select } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import type { PersonView } from "#contracts/people.ts";
import { ROLE_LABELS } from "#contracts/roles.ts";
import { DaysFields } from "./days-fields.tsx";
import classes from "./people.module.css";

/** For holidays and absences: the same role in the same place, four weeks at most. */
export function DeputyForm({ person, onGiven }: { person: PersonView; onGiven: () => Promise<unknown> }) {
  const trpc = useTRPC();
  const name = useMutation(trpc.people.nameDeputy.mutationOptions());
  const [search, setSearch] = useState("");
  const [assignmentId, setAssignmentId] = useState<string | null>(null);
  const [startsOn, setStartsOn] = useState(person.today);
  const [endsOn, setEndsOn] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [gaps, setGaps] = useState<Record<string, string>>({});
  const [label, setLabel] = useState("");
  const { data: holders = [] } = useQuery({
    ...trpc.people.holders.queryOptions(search && search !== label ? { search } : {}),
    placeholderData: keepPreviousData,
  });
  const failed = name.error ? readError(name.error) : null;
  const fields: Record<string, string> = { ...failed?.fields, ...gaps };
  const id = (field: string) => `deputy-${field}`;
  const listed = Object.entries(fields).map(([field, message]) => ({ field: id(field), message }));
  const errors = failed && listed.length === 0 ? [{ field: id("assignmentId"), message: failed.message }] : listed;

  function send(event: FormEvent) {
    event.preventDefault();
    const missing: Record<string, string> = {};
    if (!assignmentId) missing.assignmentId = "Choose whom they stand in for.";
    if (!endsOn) missing.endsOn = "Enter the last day.";
    setGaps(missing);
    setAttempt((n) => n + 1);
    if (!assignmentId || !endsOn) return name.reset();
    name.mutate(
      { personId: person.id, assignmentId, startsOn, endsOn },
      {
        onError: () => setAttempt((n) => n + 1),
        onSuccess: async () => {
          setAssignmentId(null);
          setEndsOn("");
          await onGiven();
        },
      },
    );
  }

  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {name.isSuccess && (
        <div className={classes.notice} role="status">
          <Banner>The deputy is named.</Banner>
        </div>
      )}
      <Field id={id("assignmentId")} label="Instead of" error={fields.assignmentId}>
        {(control) => (
          <Select
            {...control}
            searchable
            placeholder="Type a name"
            value={assignmentId}
            onSearchChange={(words) => setSearch(words.trim().slice(0, 120))}
            onChange={(chosen, option) => {
              setAssignmentId(chosen);
              setLabel(option?.label ?? "");
            }}
            filter={({ options }) => options}
            nothingFoundMessage="Nobody with a role in your part is called that"
            data={holders
              .filter((h) => h.personId !== person.id)
              .map((h) => ({
                value: h.assignmentId,
                label: `${h.personName}, ${ROLE_LABELS[h.role]}, ${h.unitName}`,
              }))}
          />
        )}
      </Field>
      <DaysFields
        id={id}
        today={person.today}
        startsOn={startsOn}
        endsOn={endsOn}
        fields={fields}
        onStart={setStartsOn}
        onEnd={setEndsOn}
      />
      <p className={`${classes.soft} ${classes.notice}`}>
        Four weeks at most. They see and do what the other one may there.
      </p>
      <Button type="submit" variant="default" loading={name.isPending}>
        Name as deputy
      </Button>
    </form>
  );
}
