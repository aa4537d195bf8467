"use client";

import { Button } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useCallback, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import type { TreeUnit } from "#contracts/register-views.ts";
import classes from "./register.module.css";
import { HeadcountField } from "./team-fields.tsx";
import { TreeSelect } from "./tree-select.tsx";
import type { ActionProps } from "./unit-actions.tsx";
import { useFormErrors } from "./use-form-errors.ts";
import { rolesEnded } from "./words.ts";

/** A merged team's people come along, so the sum of both head counts is offered. */
export function MergeForm({ unit, onChanged }: ActionProps) {
  const trpc = useTRPC();
  const { data: tree } = useSuspenseQuery(trpc.register.tree.queryOptions());
  const merge = useMutation(trpc.register.merge.mutationOptions());
  const [intoId, setIntoId] = useState<string | null>(null);
  const [headcount, setHeadcount] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const form = useFormErrors(merge.error, "intoId");
  const isTeam = unit.kind === "team";
  const into = tree.units.find((u) => u.id === intoId);
  const allowed = useCallback(
    (u: TreeUnit) => u.manageable && u.kind === unit.kind && u.id !== unit.id,
    [unit.kind, unit.id],
  );

  function choose(id: string | null) {
    setIntoId(id);
    const other = tree.units.find((u) => u.id === id)?.headcount;
    setHeadcount(unit.headcount === null || other === null || other === undefined ? null : unit.headcount + other);
  }
  function ask(event: FormEvent) {
    event.preventDefault();
    setAsking(form.complete({ intoId: !intoId && "Choose what it goes into." }));
  }
  const send = () =>
    intoId &&
    merge.mutate(
      { unitId: unit.id, intoId, headcount: isTeam ? headcount : null },
      {
        onError: form.again,
        onSuccess: (done) => onChanged(`${unit.name} is merged into ${done.name}. ${rolesEnded(done.ended)}`),
        onSettled: () => setAsking(false),
      },
    );

  return (
    <form onSubmit={ask} noValidate className={classes.form}>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <Field
        id="intoId"
        label={`Which ${unit.kind} should ${unit.name} go into?`}
        hint={isTeam ? "The two become one team." : "What stands below it moves over."}
        error={form.fields.intoId}
      >
        {(control) => <TreeSelect control={control} value={intoId} onChange={choose} allowed={allowed} />}
      </Field>
      {isTeam && <HeadcountField optional value={headcount} onChange={setHeadcount} error={form.fields.headcount} />}
      <Button type="submit">Merge</Button>
      <Confirm
        opened={asking}
        danger
        title={`Merge ${unit.name} into ${into?.name ?? ""}?`}
        confirm="Merge"
        busy={merge.isPending}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        {unit.name} closes today and cannot be opened again. Roles there end; you decide who gets one in{" "}
        {into?.name ?? "the other"}. Past waves keep both.
      </Confirm>
    </form>
  );
}
