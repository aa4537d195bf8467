"use client";

import { Checkbox, TextInput } from "@mantine/core";
import { FLAGS, SIGNALS, TEAM_EVENTS } from "#contracts/signals.ts";
import { FLAG_LABELS, SIGNAL_QUESTIONS, SIGNAL_STRENGTHS, TEAM_EVENT_LABELS } from "#content/signals.ts";
import { Field } from "#components/ui/field.tsx";
import classes from "./assess.module.css";
import { type FormState, withEvents, withValues } from "./form-state.ts";
import { ScaleHead, ScaleRow } from "#components/ui/scale-row.tsx";

const STRENGTHS = SIGNAL_STRENGTHS.map((label, value) => ({ value, label }));

/** Part 1, Right now: the quick test, what is happening, and the three flags. */
export function PartNow({
  state,
  today,
  errors,
  onChange,
}: {
  state: FormState;
  today: string;
  errors: Record<string, string>;
  onChange: (next: FormState) => void;
}) {
  const { signals, flags } = state.values;
  return (
    <>
      <section className={classes.section} aria-labelledby="signals">
        <h2 id="signals">Four signals</h2>
        <ScaleHead options={STRENGTHS} />
        {SIGNALS.map((signal, index) => (
          <ScaleRow
            key={signal}
            id={signal}
            statement={`${index + 1}. ${SIGNAL_QUESTIONS[signal].question}`}
            options={STRENGTHS}
            value={signals[signal]}
            error={errors[signal]}
            onChange={(value) => onChange(withValues(state, { signals: { ...signals, [signal]: value } }))}
          />
        ))}
      </section>

      <section className={classes.section} aria-labelledby="events">
        <h2 id="events">Is something happening?</h2>
        <p className={classes.lead}>Tick what has begun, with the day. It is drawn as a thin line on your trends.</p>
        <div className={classes.choices}>
          {TEAM_EVENTS.map((kind) => {
            const day = state.eventDays[kind];
            return (
              <div key={kind} className={classes.event}>
                <Checkbox
                  label={TEAM_EVENT_LABELS[kind]}
                  checked={day !== undefined}
                  onChange={(e) => {
                    const { [kind]: _, ...others } = state.eventDays;
                    onChange(withEvents(state, e.currentTarget.checked ? { ...others, [kind]: today } : others, today));
                  }}
                />
                {day !== undefined && (
                  <div className={classes.day}>
                    <Field
                      id={kind}
                      label={
                        <>
                          Since when<span className="visually-hidden">: {TEAM_EVENT_LABELS[kind].toLowerCase()}</span>
                        </>
                      }
                      error={errors[kind]}
                    >
                      {(control) => (
                        <TextInput
                          {...control}
                          type="date"
                          max={today}
                          value={day}
                          onChange={(e) =>
                            onChange(withEvents(state, { ...state.eventDays, [kind]: e.currentTarget.value }, today))
                          }
                        />
                      )}
                    </Field>
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </section>

      <section className={classes.section} aria-labelledby="flags">
        <h2 id="flags">Does one of these hold today?</h2>
        <p className={classes.lead}>
          They decide what comes first when both sides need you. Tick only what you would say out loud.
        </p>
        <div className={classes.choices}>
          {FLAGS.map((flag) => (
            <Checkbox
              key={flag}
              label={FLAG_LABELS[flag].statement}
              description={FLAG_LABELS[flag].hint}
              checked={flags[flag]}
              onChange={(e) => onChange(withValues(state, { flags: { ...flags, [flag]: e.currentTarget.checked } }))}
            />
          ))}
        </div>
      </section>
    </>
  );
}
