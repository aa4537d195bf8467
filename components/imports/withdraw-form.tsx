"use client";

import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./imports.module.css";

/** Takes a wrong import back, with a reason, after one more question. */
export function WithdrawForm({
  importId,
  label,
  onDone,
}: {
  importId: string;
  label: string;
  onDone: () => Promise<unknown>;
}) {
  const trpc = useTRPC();
  const withdraw = useMutation(trpc.imports.withdraw.mutationOptions());
  const [reason, setReason] = useState("");
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  function fail(message: string) {
    setAsking(false);
    setProblem(message);
    setAttempt((n) => n + 1);
  }
  function ask(event: FormEvent) {
    event.preventDefault();
    if (reason.trim().length < 3) return fail("Say why, in a few words");
    setProblem(null);
    setAsking(true);
  }
  function take() {
    withdraw.mutate(
      { importId, reason },
      {
        onError: (error) => fail(readError(error).fields.reason ?? readError(error).message),
        onSuccess: async () => {
          setAsking(false);
          await onDone();
        },
      },
    );
  }

  return (
    <section className={classes.section} aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">Was this import wrong?</h2>
      <p className={classes.quiet}>
        Withdrawing takes the results away from everybody at once and deletes the answers. The name becomes free, so
        that the right file can be imported.
      </p>
      <form onSubmit={ask} noValidate className={classes.group}>
        <ErrorSummary errors={problem ? [{ field: "reason", message: problem }] : []} attempt={attempt} />
        <Field id="reason" label="Why is it withdrawn?" hint="Kept in the audit trail." error={problem}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={300}
              value={reason}
              onChange={(e) => setReason(e.currentTarget.value)}
            />
          )}
        </Field>
        <div className={classes.buttons}>
          <Button type="submit" variant="default">
            Withdraw this import
          </Button>
        </div>
      </form>
      <Confirm
        opened={asking}
        title={`Withdraw “${label}”?`}
        confirm="Withdraw"
        danger
        busy={withdraw.isPending}
        onConfirm={take}
        onClose={() => setAsking(false)}
      >
        Its results disappear for everybody, and the answers are deleted. This cannot be undone.
      </Confirm>
    </section>
  );
}
