"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useCallback, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import type { TreeUnit } from "#contracts/register-views.ts";
import classes from "./register.module.css";
import { TreeSelect } from "./tree-select.tsx";
import type { ActionProps } from "./unit-actions.tsx";
import { useFormErrors } from "./use-form-errors.ts";

export function MoveForm({ unit, onChanged }: ActionProps) {
  const trpc = useTRPC();
  const move = useMutation(trpc.register.move.mutationOptions());
  const [parentId, setParentId] = useState<string | null>(null);
  const form = useFormErrors(move.error, "parentId");
  const allowed = useCallback((u: TreeUnit) => u.manageable && u.kind !== "team" && u.id !== unit.id, [unit.id]);
  function send(event: FormEvent) {
    event.preventDefault();
    if (!form.complete({ parentId: !parentId && "Choose the unit above." }) || !parentId) return;
    move.mutate(
      { unitId: unit.id, parentId },
      { onError: form.again, onSuccess: (done) => onChanged(`${done.name} is moved. Past waves keep their tree.`) },
    );
  }
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <Field
        id="parentId"
        label={`Below which unit should ${unit.name} stand?`}
        hint="From today on, with everything below it. Roles stay with their units."
        error={form.fields.parentId}
      >
        {(control) => <TreeSelect control={control} value={parentId} onChange={setParentId} allowed={allowed} />}
      </Field>
      <Button type="submit" loading={move.isPending}>
        Move it here
      </Button>
    </form>
  );
}
