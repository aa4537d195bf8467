"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import classes from "./register.module.css";
import type { ActionProps } from "./unit-actions.tsx";
import { useFormErrors } from "./use-form-errors.ts";
import { grouped, rolesEnded, roleWords } from "./words.ts";

/** Says what would go before asking: everything below, and every role there. */
export function CloseForm({ unit, onChanged }: ActionProps) {
  const trpc = useTRPC();
  const close = useMutation(trpc.register.close.mutationOptions());
  const [asking, setAsking] = useState(false);
  const form = useFormErrors(close.error, "close-unit");
  const { below, roles } = unit;
  const all = below.count + 1;
  const send = () =>
    close.mutate(
      { unitId: unit.id, below: below.count === 0 ? null : below.count },
      {
        onError: form.again,
        onSuccess: (done) =>
          onChanged(
            `${done.closed === 1 ? `${unit.name} is` : `${done.closed} units are`} closed. ${rolesEnded(done.ended)}`,
          ),
        onSettled: () => setAsking(false),
      },
    );
  return (
    <div className={classes.form}>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <p className={classes.note}>
        A closed unit is in no wave from now on and cannot be opened again. Past waves keep it, and its code is not used
        twice.
      </p>
      {below.count > 0 && (
        <>
          <h3>{below.count === 1 ? "One unit below closes too" : `${below.count} units and teams below close too`}</h3>
          <ul className={classes.list}>
            {grouped(below.names).map((name) => (
              <li key={name}>{name}</li>
            ))}
            {below.count > below.names.length && <li>and {below.count - below.names.length} more</li>}
          </ul>
        </>
      )}
      {roles.length > 0 && (
        <>
          <h3>These roles end</h3>
          <ul className={classes.list}>
            {roles.map((r) => (
              <li key={`${r.personName}-${r.role}-${r.unitName}`}>
                {r.personName}, {roleWords(r.role)} of {r.unitName}
              </li>
            ))}
            {roles.length >= 50 && <li>and perhaps more</li>}
          </ul>
        </>
      )}
      <Button id="close-unit" variant="outline" color="error" onClick={() => setAsking(true)}>
        {all === 1 ? `Close ${unit.name}` : `Close all ${all}`}
      </Button>
      <Confirm
        opened={asking}
        danger
        title={all === 1 ? `Close ${unit.name}?` : `Close ${unit.name} and ${below.count} below it?`}
        confirm={all === 1 ? "Close it" : `Close all ${all}`}
        busy={close.isPending}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        This cannot be taken back. {roles.length > 0 && "Whoever loses their role here notices on the next click."}
      </Confirm>
    </div>
  );
}
