"use client";

import { Button, Select, TextInput } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { HandOverLink } from "#components/ui/hand-over-link.tsx";
import type { WorkingPattern } from "#contracts/register.ts";
import classes from "./register.module.css";
import { HeadcountField, PatternField, SupervisorFields } from "./team-fields.tsx";
import { useFormErrors } from "./use-form-errors.ts";

/** Name, supervisor, how many, how they work. Whether it waits for HR is said before it is sent. */
export function RegisterForm({
  quiet,
  onRegistered,
  onAnother,
}: {
  /** Something else is the first thing to do on the page. */
  quiet: boolean;
  onRegistered: () => Promise<unknown>;
  onAnother: () => void;
}) {
  const trpc = useTRPC();
  const register = useMutation(trpc.register.registerTeam.mutationOptions());
  const [search, setSearch] = useState("");
  const { data: parents } = useQuery({
    ...trpc.register.parents.queryOptions(search.trim() ? { search: search.trim().slice(0, 120) } : {}),
    placeholderData: keepPreviousData,
  });
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [supervisorName, setSupervisorName] = useState("");
  const [headcount, setHeadcount] = useState<number | null>(null);
  const [pattern, setPattern] = useState<WorkingPattern | null>(null);
  const form = useFormErrors(register.error, "name");

  const found = (parents?.units ?? []).map((u) => ({
    value: u.id,
    label: u.parentName ? `${u.name} (${u.code}), ${u.parentName}` : u.name,
  }));
  // Somebody who leads one unit does not choose.
  const only = search === "" && found.length === 1 && !parents?.more ? found[0] : undefined;
  const parent = chosen ?? only ?? null;
  const options = parent && !found.some((f) => f.value === parent.value) ? [parent, ...found] : found;
  const liveAtOnce = parents?.units.find((u) => u.id === parent?.value)?.liveAtOnce ?? parents?.units[0]?.liveAtOnce;

  function send(event: FormEvent) {
    event.preventDefault();
    const complete = form.complete({
      parentId: !parent && "Choose the unit that the team belongs to.",
      name: name.trim() === "" && "Enter the team’s name.",
      supervisorEmail: email.trim() === "" && "Enter the supervisor’s e-mail address.",
      headcount: headcount === null && "Enter how many people are in the team.",
      workingPattern: pattern === null && "Choose how the team works.",
    });
    if (!complete || !parent || headcount === null || pattern === null) return;
    register.mutate(
      {
        parentId: parent.value,
        name,
        supervisorEmail: email,
        supervisorName: supervisorName.trim() || null,
        headcount,
        workingPattern: pattern,
      },
      { onError: form.again, onSuccess: onRegistered },
    );
  }

  if (register.data) {
    const { data } = register;
    return (
      <div className={classes.form} role="status">
        <div className={classes.gap}>
          <Banner>
            {data.waiting
              ? `${data.name} is registered and waits for HR’s yes. Until then it is in no wave.`
              : `${data.name} is live, and ${data.supervisor} supervises it.`}
          </Banner>
        </div>
        <HandOverLink name={data.supervisor} invitation={data.invitation} />
        {!data.waiting && !data.invitation && (
          <p className={classes.note}>HR gives {data.supervisor} the link to sign in, if they need one.</p>
        )}
        <Button variant="default" onClick={onAnother}>
          Register another team
        </Button>
      </div>
    );
  }
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <p className={classes.note}>
        {liveAtOnce ? "The team is live at once." : "HR looks at it first; then the team is live."}
      </p>
      <Field id="parentId" label="Which unit the team belongs to" error={form.fields.parentId}>
        {(control) => (
          <Select
            {...control}
            searchable
            comboboxProps={{ withinPortal: false }}
            withScrollArea={false}
            styles={{ options: { maxHeight: 280, overflowY: "auto" } }}
            placeholder="Type a name"
            data={options}
            value={parent?.value ?? null}
            filter={({ options: all }) => all}
            nothingFoundMessage="Nothing is called that in your part"
            onSearchChange={(words) => setSearch(words === parent?.label ? "" : words)}
            onChange={(value, option) => setChosen(value ? { value, label: option?.label ?? "" } : null)}
          />
        )}
      </Field>
      <Field id="name" label="Team’s name" error={form.fields.name}>
        {(control) => (
          <TextInput {...control} autoComplete="off" value={name} onChange={(e) => setName(e.currentTarget.value)} />
        )}
      </Field>
      <SupervisorFields
        email={email}
        name={supervisorName}
        onEmail={setEmail}
        onName={setSupervisorName}
        errors={form.fields}
      />
      <HeadcountField value={headcount} onChange={setHeadcount} error={form.fields.headcount} />
      <PatternField value={pattern} onChange={setPattern} error={form.fields.workingPattern} />
      <Button type="submit" variant={quiet ? "default" : "filled"} loading={register.isPending}>
        Register this team
      </Button>
    </form>
  );
}
