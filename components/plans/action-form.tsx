"use client";

import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { MISMATCH_BUTTONS } from "#content/plan-words.ts";
import { ACTION_STEPS, type PlanPage } from "#contracts/plans.ts";
import { addDays } from "#contracts/dates.ts";
import { useTRPCClient } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Chosen } from "./library.tsx";
import classes from "./plans.module.css";
import { useChange } from "./use-change.ts";
import { SIDE_WORDS } from "./words.ts";

const FIELDS = ["result", "steps", "ownerId", "dueOn", "chosenAnyway", "libraryId", "plan", "form"] as const;

/** A new action: the result first, then steps, one owner, one day. One that does not fit the call says so and may be chosen. */
export function ActionForm({ page, chosen, onEnd }: { page: PlanPage; chosen: Chosen; onEnd: () => void }) {
  const client = useTRPCClient();
  const { action, side } = chosen;
  const mismatch = page.mismatch[side];
  const [anyway, setAnyway] = useState(mismatch === null);
  const [result, setResult] = useState(action ? (action.side === "lead" ? action.destination : action.protects) : "");
  const [steps, setSteps] = useState<string[]>(action ? [...action.steps] : [""]);
  const [ownerId, setOwnerId] = useState("");
  const [dueOn, setDueOn] = useState(action ? addDays(page.today, 7 * action.weeks) : "");
  const change = useChange(client.plans.add.mutate, onEnd);

  function send(event: FormEvent) {
    event.preventDefault();
    change.run({
      teamId: page.team?.id ?? "",
      side,
      result,
      steps: steps.filter((step) => step.trim() !== ""),
      ownerId: ownerId || null,
      dueOn: dueOn || null,
      libraryId: action?.id ?? null,
      chosenAnyway: mismatch !== null && anyway,
    });
  }

  if (!anyway && mismatch) {
    return (
      <section className={classes.mismatch} aria-labelledby="mismatch">
        <h2 id="mismatch">{mismatch}</h2>
        <div className={classes.line}>
          <Button variant="default" onClick={() => setAnyway(true)}>
            {MISMATCH_BUTTONS[side].anyway}
          </Button>
          <Button variant="default" onClick={onEnd}>
            {MISMATCH_BUTTONS[side].others}
          </Button>
        </div>
      </section>
    );
  }
  const listed = FIELDS.flatMap((name) => {
    const message = change.errors[name];
    return message ? [{ field: name === "plan" || name === "form" ? "result" : name, message }] : [];
  });
  return (
    <form onSubmit={send} noValidate className={classes.form} aria-labelledby="new-action">
      <ErrorSummary errors={listed} attempt={change.attempt} />
      <p className={classes.tag}>{SIDE_WORDS[side]}</p>
      <h2 id="new-action">{action ? action.title : "An action of your own"}</h2>
      {action && (
        <p className={classes.first}>
          <span className={classes.soft}>{action.side === "lead" ? "Say first" : "Check first"}: </span>
          {action.first}
        </p>
      )}
      <Field
        id="result"
        label="What will be different when this is done?"
        hint="The result, not the task."
        error={change.errors.result}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={200}
            value={result}
            onChange={(e) => setResult(e.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset id="steps" tabIndex={-1} className={classes.group} disabled={result.trim() === ""}>
        <legend>Steps</legend>
        {change.errors.steps && <p className={classes.wrong}>{change.errors.steps}</p>}
        {steps.map((step, index) => (
          <TextInput
            // A step has no identity but its place.
            key={`step ${String(index)}`}
            aria-label={`Step ${index + 1}`}
            maxLength={200}
            value={step}
            onChange={(e) => setSteps(steps.map((s, at) => (at === index ? e.currentTarget.value : s)))}
          />
        ))}
        {steps.length < ACTION_STEPS && (
          <Button size="sm" variant="subtle" onClick={() => setSteps([...steps, ""])}>
            Add a step
          </Button>
        )}
      </fieldset>
      <div className={classes.two}>
        <Field id="ownerId" label="One owner" error={change.errors.ownerId}>
          {(control) => (
            <NativeSelect
              {...control}
              value={ownerId}
              onChange={(e) => setOwnerId(e.currentTarget.value)}
              data={[
                { value: "", label: "Choose a person" },
                ...page.owners.map((o) => ({ value: o.id, label: o.name })),
              ]}
            />
          )}
        </Field>
        <Field id="dueOn" label="Done by" error={change.errors.dueOn}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              min={addDays(page.today, 1)}
              max={page.latestDue}
              value={dueOn}
              onChange={(e) => setDueOn(e.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div className={classes.line}>
        <Button type="submit" loading={change.busy}>
          Add to the plan
        </Button>
        <Button variant="default" onClick={onEnd}>
          Go back
        </Button>
      </div>
    </form>
  );
}
