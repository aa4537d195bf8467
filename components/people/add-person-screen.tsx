"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { HandOverLink } from "#components/ui/hand-over-link.tsx";
import { ROLE_LABELS, ROLES, type Role } from "#contracts/roles.ts";
import classes from "./people.module.css";
import { UnitSelect } from "./unit-select.tsx";
import { ROLE_HINTS } from "./words.ts";

const EMPTY = { name: "", email: "", role: "" as Role | "", unitId: null as string | null };

/** Name, address and, if wished, the first role. Ends with the link to hand over. */
export function AddPersonScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: list } = useSuspenseQuery(trpc.people.list.queryOptions({}));
  const add = useMutation(trpc.people.add.mutationOptions());
  const [form, setForm] = useState(EMPTY);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const failed = add.error ? readError(add.error) : null;
  const fields: Record<string, string> = { ...failed?.fields, ...missing };
  const listed = Object.entries(fields).map(([field, message]) => ({ field, message }));
  const errors = failed && listed.length === 0 ? [{ field: "name", message: failed.message }] : listed;
  const path = [{ label: "People and roles", href: `/o/${org}/people` }];

  function send(event: FormEvent) {
    event.preventDefault();
    const needsRole = !list.everywhere || form.role !== "";
    const gaps: Record<string, string> = {};
    if (!form.name.trim()) gaps.name = "Enter a name.";
    if (!form.email.trim()) gaps.email = "Enter an e-mail address.";
    if (needsRole && form.role === "") gaps.role = "Choose a role in your part of the organisation.";
    if (needsRole && form.role !== "" && !form.unitId) gaps.unitId = "Choose where.";
    setMissing(gaps);
    setAttempt((n) => n + 1);
    if (Object.keys(gaps).length > 0) return add.reset();
    const role = form.role && form.unitId ? { role: { role: form.role, unitId: form.unitId } } : {};
    add.mutate(
      { name: form.name, email: form.email, ...role },
      {
        onError: () => setAttempt((n) => n + 1),
        onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() }),
      },
    );
  }

  if (add.data) {
    return (
      <>
        <PageHeader path={path} title={`${add.data.name} is added`} meta="One thing is left: hand over the link." />
        <HandOverLink name={add.data.name} invitation={add.data.invitation} />
        <div className={classes.actions}>
          <Link href={`/o/${org}/people/${add.data.personId}`}>See {add.data.name}</Link>
          <Button
            variant="default"
            onClick={() => {
              setForm(EMPTY);
              add.reset();
            }}
          >
            Add another person
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeader
        path={path}
        title="Add a person"
        meta="You get a link to hand over. With it they choose a password and can sign in."
      />
      <form onSubmit={send} noValidate className={classes.form}>
        <Field id="name" label="Name" error={fields.name}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={form.name}
              onChange={(e) => setForm({ ...form, name: e.currentTarget.value })}
            />
          )}
        </Field>
        <Field id="email" label="E-mail address" hint="It is the name of their sign-in." error={fields.email}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="off"
              value={form.email}
              onChange={(e) => setForm({ ...form, email: e.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          id="role"
          label="First role"
          optional={list.everywhere}
          hint={form.role ? ROLE_HINTS[form.role] : "More roles, and dates, can be given later."}
          error={fields.role}
        >
          {(control) => (
            <NativeSelect
              {...control}
              value={form.role}
              onChange={(e) => setForm({ ...form, role: e.currentTarget.value as Role | "", unitId: null })}
              data={[{ value: "", label: "No role yet" }, ...ROLES.map((r) => ({ value: r, label: ROLE_LABELS[r] }))]}
            />
          )}
        </Field>
        {form.role && (
          <Field id="unitId" label="Where" error={fields.unitId}>
            {(control) => (
              <UnitSelect
                key={form.role}
                control={control}
                role={form.role as Role}
                value={form.unitId}
                onChange={(unitId) => setForm({ ...form, unitId })}
              />
            )}
          </Field>
        )}
        <Button type="submit" loading={add.isPending}>
          Add this person
        </Button>
      </form>
    </>
  );
}
