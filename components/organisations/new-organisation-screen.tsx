"use client";

import { Button } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { NoAccess } from "#components/ui/no-access.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { BasicsFields, NO_BASICS } from "./basics-fields.tsx";
import classes from "./organisations.module.css";

/** HR founds another organisation and runs it with the own account. */
export function NewOrganisationScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const create = useMutation(trpc.organisations.create.mutationOptions());
  const [form, setForm] = useState(NO_BASICS);
  const [attempt, setAttempt] = useState(0);
  const failed = create.error ? readError(create.error) : null;
  const fields = failed?.fields ?? {};
  const listed = Object.entries(fields).map(([field, message]) => ({ field, message }));
  const errors = failed && listed.length === 0 ? [{ field: "name", message: failed.message }] : listed;

  function send(event: FormEvent) {
    event.preventDefault();
    create.mutate(form, { onError: () => setAttempt((n) => n + 1) });
  }

  if (!home.permissions.includes("organisation:create")) {
    return <NoAccess organisation={home.name} contact={{ name: home.hrContact }} />;
  }
  if (create.data) {
    return (
      <>
        <PageHeader title={`${create.data.name} is ready`} meta="You are its first HR admin, with your own sign-in." />
        <LinkButton href={`/o/${create.data.slug}`}>Open {create.data.name}</LinkButton>
      </>
    );
  }
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeader
        path={[{ label: home.name, href: `/o/${org}` }]}
        title="Create another organisation"
        meta="It is apart from this one: its people, teams and answers are its own. You are its first HR admin."
      />
      <form onSubmit={send} noValidate className={classes.form}>
        <BasicsFields value={form} onChange={setForm} fields={fields} />
        <Button type="submit" loading={create.isPending}>
          Create organisation
        </Button>
      </form>
    </>
  );
}
