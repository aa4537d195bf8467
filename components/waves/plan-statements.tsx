import { Button, Radio, TextInput } from "@mantine/core";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import { EXTRA_CODES, LOCAL_CODES } from "#contracts/wave-plans.ts";
import { EXTRA_STATEMENTS } from "#content/extra-statements.ts";
import type { PlanDraft } from "./plan-state.ts";
import classes from "./plan.module.css";

const MOST = 5;

/** The twelve are always asked; one extra and up to five own statements stand beside them, in no figure of risk. */
export function PlanStatements({
  draft,
  errors,
  onChange,
}: {
  draft: PlanDraft;
  errors: Record<string, string>;
  onChange: (changes: Partial<PlanDraft>) => void;
}) {
  const { locals } = draft;
  const change = (i: number, text: string) => onChange({ locals: locals.map((old, j) => (j === i ? text : old)) });
  return (
    <section className={classes.part}>
      <h2>Statements</h2>
      <p className={classes.hint}>The twelve are always asked, word for word as in the preview.</p>
      <FieldGroup id="extra" legend="One more, beside the twelve" error={errors.extra}>
        <div className={classes.choices}>
          <Radio name="extra" label="None" checked={draft.extra === null} onChange={() => onChange({ extra: null })} />
          {EXTRA_CODES.map((code) => (
            <Radio
              key={code}
              name="extra"
              label={EXTRA_STATEMENTS[code]}
              checked={draft.extra === code}
              onChange={() => onChange({ extra: code })}
            />
          ))}
        </div>
      </FieldGroup>
      {locals.map((text, i) => (
        <Field
          key={LOCAL_CODES[i]}
          id={`locals.${i}`}
          label={`Your statement ${i + 1}`}
          hint={i === 0 ? "One plain sentence that somebody can agree with. It counts towards no risk." : undefined}
          error={errors[`locals.${i}`]}
        >
          {(control) => (
            <div className={classes.own}>
              <TextInput {...control} maxLength={200} value={text} onChange={(e) => change(i, e.currentTarget.value)} />
              <Button
                variant="default"
                onClick={() => onChange({ locals: locals.filter((_, j) => j !== i) })}
                aria-label={`Take out your statement ${i + 1}`}
              >
                Take out
              </Button>
            </div>
          )}
        </Field>
      ))}
      {locals.length < MOST && (
        <Button variant="default" onClick={() => onChange({ locals: [...locals, ""] })}>
          Add a statement of your own
        </Button>
      )}
    </section>
  );
}
