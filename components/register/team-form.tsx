"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import classes from "./register.module.css";
import { HeadcountField, PatternField } from "./team-fields.tsx";
import type { ActionProps } from "./unit-actions.tsx";
import { useFormErrors } from "./use-form-errors.ts";

export function TeamForm({ unit, onChanged }: ActionProps) {
  const trpc = useTRPC();
  const edit = useMutation(trpc.register.editTeam.mutationOptions());
  const [headcount, setHeadcount] = useState(unit.headcount);
  const [workingPattern, setPattern] = useState(unit.workingPattern);
  const form = useFormErrors(edit.error, "headcount");
  function send(event: FormEvent) {
    event.preventDefault();
    if (!form.complete({})) return;
    edit.mutate(
      { unitId: unit.id, headcount, workingPattern },
      { onError: form.again, onSuccess: () => onChanged("Head count and pattern are saved.") },
    );
  }
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <HeadcountField optional value={headcount} onChange={setHeadcount} error={form.fields.headcount} />
      <PatternField optional value={workingPattern} onChange={setPattern} error={form.fields.workingPattern} />
      <Button type="submit" loading={edit.isPending}>
        Save
      </Button>
    </form>
  );
}
