"use client";

import { Button, Radio, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ACTIONS } from "#content/actions/index.ts";
import { ACTION_OUTCOMES, ActionOutcome, type PlanAction } from "#contracts/plans.ts";
import { useTRPCClient } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import classes from "./plans.module.css";
import { useChange } from "./use-change.ts";
import { OUTCOME_WORDS } from "./words.ts";

/** Closing an action: kept, changed or stopped, and what was learned. Of a check also what would be lost without it. */
export function CloseForm({ action, onEnd }: { action: PlanAction; onEnd: () => void }) {
  const client = useTRPCClient();
  const [outcome, setOutcome] = useState<string>("");
  const [learned, setLearned] = useState("");
  const [wouldLose, setWouldLose] = useState("");
  const [missing, setMissing] = useState(0);
  const verb = ACTIONS.find(({ id }) => id === action.libraryId)?.verb;
  const isCheck = verb === "risk" || verb === "standards";
  const change = useChange(client.plans.close.mutate, onEnd);
  const field = (name: string) => `${action.id}-${name}`;

  function send(event: FormEvent) {
    event.preventDefault();
    const chosen = ActionOutcome.safeParse(outcome);
    if (!chosen.success) setMissing((n) => n + 1);
    else change.run({ actionId: action.id, outcome: chosen.data, learned, wouldLose });
  }

  const error = missing > 0 && outcome === "" ? "Choose one." : undefined;
  const listed = [
    ...(error ? [{ field: field("outcome"), message: error }] : []),
    ...Object.values(change.errors).map((message) => ({ field: field("learned"), message })),
  ];
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={listed} attempt={missing + change.attempt} />
      <FieldGroup id={field("outcome")} legend="What becomes of it?" error={error}>
        <Radio.Group value={outcome} onChange={setOutcome} className={classes.choices}>
          {ACTION_OUTCOMES.map((one) => (
            <Radio key={one} value={one} label={OUTCOME_WORDS[one].choose} />
          ))}
        </Radio.Group>
      </FieldGroup>
      <Field id={field("learned")} label="What did you learn?" optional>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={500}
            value={learned}
            onChange={(e) => setLearned(e.currentTarget.value)}
          />
        )}
      </Field>
      {isCheck && (
        <Field
          id={field("lose")}
          label="If you stopped this check, what would you lose?"
          hint="Leave it empty if nobody can say. After two reviews like that it is worth checking."
          optional
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={wouldLose}
              onChange={(e) => setWouldLose(e.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <div className={classes.line}>
        <Button type="submit" loading={change.busy}>
          Close it
        </Button>
        <Button variant="default" onClick={onEnd}>
          Go back
        </Button>
      </div>
    </form>
  );
}
