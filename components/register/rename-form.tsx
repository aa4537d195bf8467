"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./register.module.css";
import type { ActionProps } from "./unit-actions.tsx";
import { useFormErrors } from "./use-form-errors.ts";

export function RenameForm({ unit, onChanged }: ActionProps) {
  const trpc = useTRPC();
  const rename = useMutation(trpc.register.rename.mutationOptions());
  const [name, setName] = useState(unit.name);
  const [code, setCode] = useState(unit.code);
  const form = useFormErrors(rename.error, "name");
  function send(event: FormEvent) {
    event.preventDefault();
    const complete = form.complete({
      name: name.trim() === "" && "Enter a name.",
      code: code.trim() === "" && "Enter a code.",
    });
    if (!complete) return;
    rename.mutate(
      { unitId: unit.id, name, code },
      {
        onError: form.again,
        onSuccess: (done) => onChanged(`It is now called ${done.name}, with the code ${done.code}.`),
      },
    );
  }
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <Field id="name" label="Name" hint="Past waves keep the old name." error={form.fields.name}>
        {(control) => (
          <TextInput {...control} autoComplete="off" value={name} onChange={(e) => setName(e.currentTarget.value)} />
        )}
      </Field>
      <Field id="code" label="Code" hint="Files know the unit by its code." error={form.fields.code}>
        {(control) => (
          <TextInput
            {...control}
            w={220}
            autoComplete="off"
            value={code}
            onChange={(e) => setCode(e.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" loading={rename.isPending}>
        Change name and code
      </Button>
    </form>
  );
}
