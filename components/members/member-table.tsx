"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { AddMember, type MemberView } from "#contracts/members.ts";
import classes from "./members.module.css";

/** Who stands on a list, with a leaver's button in each row and a joiner's form below. */
export function MemberTable({ unitId, members }: { unitId: string; members: MemberView[] }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.members.pathKey() });
  const add = useMutation(trpc.members.add.mutationOptions({ onSuccess: refresh }));
  const end = useMutation(trpc.members.end.mutationOptions({ onSuccess: refresh }));
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const id = (field: string) => `${field}-${unitId}`;

  function send(event: FormEvent) {
    event.preventDefault();
    const fail = (fields: Record<string, string>) => {
      setErrors(fields);
      setAttempt((n) => n + 1);
    };
    const read = AddMember.safeParse({ unitId, name, email: email.trim() === "" ? null : email });
    if (!read.success) return fail(Object.fromEntries(read.error.issues.map((i) => [String(i.path[0]), i.message])));
    setErrors({});
    add.mutate(read.data, {
      onError: (error) => fail({ name: readError(error).message }),
      onSuccess: () => {
        setName("");
        setEmail("");
        document.getElementById(id("name"))?.focus();
      },
    });
  }

  return (
    <>
      <DataTable
        caption="On this list"
        captionHidden
        rows={members}
        rowKey={(row) => row.memberId}
        empty={<p className={classes.gap}>Nobody is on this list yet.</p>}
        columns={[
          { key: "name", header: "Name", cell: (row) => row.name },
          { key: "email", header: "E-mail", cell: (row) => row.email ?? "None: gets a printed card" },
          {
            key: "leave",
            header: <span className="visually-hidden">Change</span>,
            align: "end",
            cell: (row) => (
              <Button
                variant="default"
                size="compact-md"
                aria-label={`${row.name} has left`}
                loading={end.isPending && end.variables.memberId === row.memberId}
                onClick={() => end.mutate({ memberId: row.memberId })}
              >
                Has left
              </Button>
            ),
          },
        ]}
      />
      {end.error && <p role="alert">{readError(end.error).message}</p>}
      <form onSubmit={send} noValidate className={classes.join}>
        <ErrorSummary
          errors={Object.entries(errors).map(([field, message]) => ({ field: id(field), message }))}
          attempt={attempt}
        />
        <Field id={id("name")} label="Somebody who has joined" error={errors.name}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              maxLength={120}
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
            />
          )}
        </Field>
        <Field id={id("email")} label="E-mail address" optional error={errors.email}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="off"
              maxLength={254}
              value={email}
              onChange={(e) => setEmail(e.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="default" loading={add.isPending}>
          Put on the list
        </Button>
      </form>
    </>
  );
}
