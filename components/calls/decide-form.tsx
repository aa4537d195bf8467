"use client";

import { Button, Radio, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { CALL_LABELS, CALL_REASON_LENGTH, CALLS, CallChoice, type CallView } from "#contracts/calls.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import classes from "./calls.module.css";

/** The supervisor's own choice: where the rule does not decide, or against it. The reason is theirs alone. */
export function DecideForm({ call }: { call: CallView }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const id = useId();
  const open = call.made.call === "too_close_to_call" && call.decided === null;
  const [choice, setChoice] = useState<string>(call.decided?.choice ?? "");
  const [reason, setReason] = useState(call.decided?.reason ?? "");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const decide = useMutation(
    trpc.calls.decide.mutationOptions({
      onSuccess: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: trpc.calls.page.pathKey() }),
          // What fits the call changes with it.
          cache.invalidateQueries({ queryKey: trpc.plans.pathKey() }),
        ]),
      onError: (error) => {
        const { fields, message } = readError(error);
        setErrors(Object.keys(fields).length > 0 ? fields : { reason: message });
        setAttempt((n) => n + 1);
      },
    }),
  );

  function send(event: FormEvent) {
    event.preventDefault();
    const chosen = CallChoice.safeParse(choice);
    const missing = {
      ...(chosen.success ? {} : { choice: "Choose one." }),
      ...(reason.trim() === "" ? { reason: "Say why in a sentence." } : {}),
    };
    setErrors(missing);
    if (!chosen.success || Object.keys(missing).length > 0) setAttempt((n) => n + 1);
    else decide.mutate({ callId: call.callId, choice: chosen.data, reason });
  }

  const listed = ["choice", "reason"].flatMap((field) =>
    errors[field] ? [{ field: `${id}-${field}`, message: errors[field] }] : [],
  );
  return (
    <details className={classes.fold} open={open}>
      <summary>{open ? "Choose what comes first" : call.decided ? "Your decision" : "Decide otherwise"}</summary>
      <form onSubmit={send} noValidate className={classes.decide}>
        <ErrorSummary errors={attempt > 0 ? listed : []} attempt={attempt} />
        <FieldGroup id={`${id}-choice`} legend="What does the team need first?" error={errors.choice}>
          <Radio.Group value={choice} onChange={setChoice} className={classes.choices}>
            {CALLS.filter((one) => one !== "too_close_to_call").map((one) => (
              <Radio key={one} value={one} label={CALL_LABELS[one]} />
            ))}
          </Radio.Group>
        </FieldGroup>
        <Field
          id={`${id}-reason`}
          label="Why"
          hint="Only you read this. Your line and HR see which call holds, and that you decided otherwise."
          error={errors.reason}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={CALL_REASON_LENGTH}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className={classes.line}>
          <Button type="submit" variant="default" loading={decide.isPending}>
            Keep this decision
          </Button>
          <span role="status" className={classes.soft}>
            {decide.isSuccess && !decide.isPending ? "Kept." : ""}
          </span>
        </div>
      </form>
    </details>
  );
}
