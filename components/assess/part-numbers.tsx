"use client";

import { Button, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { type AssessmentForm, FACTS, type FactName, NOTE_LENGTH } from "#contracts/assessments.ts";
import { FACT_GROUPS, FACT_LABELS } from "#content/facts.ts";
import { Field } from "#components/ui/field.tsx";
import { SaveState, type SaveStatus } from "#components/ui/save-state.tsx";
import classes from "./assess.module.css";
import { type FormState, startState, withFacts } from "./form-state.ts";

const NOTHING = Object.fromEntries(FACTS.map((fact) => [fact, ""])) as Record<FactName, string>;

/** Part 3, Numbers, if to hand; and the private note. */
export function PartNumbers({
  form,
  state,
  errors,
  note,
  noteStatus,
  onChange,
  onNote,
}: {
  form: AssessmentForm;
  state: FormState;
  errors: Record<string, string>;
  note: string;
  noteStatus: SaveStatus;
  onChange: (next: FormState) => void;
  onNote: (note: string) => void;
}) {
  const isEmpty = FACTS.every((fact) => state.factTexts[fact] === "");
  const [open, setOpen] = useState(!isEmpty);
  const [fromLastTime, setFromLastTime] = useState(false);
  const { lastTime } = form;

  function unfold(isOpen: boolean) {
    if (isOpen === open) return;
    setOpen(isOpen);
    if (!isOpen || !isEmpty || !lastTime || fromLastTime) return;
    setFromLastTime(true);
    onChange(withFacts(state, startState({ ...state.values, facts: lastTime.facts }).factTexts));
  }

  return (
    <>
      <details className={classes.fold} open={open} onToggle={(e) => unfold(e.currentTarget.open)}>
        <summary>Numbers, if you have them to hand</summary>
        <p className={classes.lead}>
          Leave out what you would have to look for. They are shown beside what people say, and never mixed into it.
        </p>
        {fromLastTime && !isEmpty && lastTime && (
          <div className={classes.prefilled}>
            <p>These are your numbers from {lastTime.label}. Change what is different now.</p>
            <Button variant="default" size="sm" onClick={() => onChange(withFacts(state, NOTHING))}>
              Clear these numbers
            </Button>
          </div>
        )}
        {FACT_GROUPS.map((group) => (
          <fieldset key={group.heading} className={classes.pair}>
            <legend>{group.heading}</legend>
            {group.facts.map((fact) => (
              <Field key={fact} id={fact} label={FACT_LABELS[fact]} error={errors[fact]}>
                {(control) => (
                  <TextInput
                    {...control}
                    inputMode="numeric"
                    autoComplete="off"
                    className={classes.number}
                    value={state.factTexts[fact]}
                    onChange={(e) => onChange(withFacts(state, { ...state.factTexts, [fact]: e.currentTarget.value }))}
                  />
                )}
              </Field>
            ))}
          </fieldset>
        ))}
      </details>

      <section className={classes.section} aria-labelledby="note-heading">
        <h2 id="note-heading">A note for yourself</h2>
        <Field
          id="note"
          label="Your note"
          optional
          hint="Only you can read it: not your deputy, not your manager, not HR. Take it with you to next time."
        >
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              maxLength={NOTE_LENGTH}
              value={note}
              onChange={(e) => onNote(e.currentTarget.value)}
            />
          )}
        </Field>
        <div className={classes.noteState}>
          <SaveState status={noteStatus} />
        </div>
      </section>
    </>
  );
}
