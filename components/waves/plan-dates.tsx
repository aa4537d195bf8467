import { Checkbox, Radio, TextInput } from "@mantine/core";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import type { PlanDraft } from "./plan-state.ts";
import classes from "./plan.module.css";

type Props = {
  draft: PlanDraft;
  zone: string;
  errors: Record<string, string>;
  onChange: (changes: Partial<PlanDraft>) => void;
};

/** Name, times on the wall of the organisation, and what was agreed. */
export function PlanDates({ draft, zone, errors, onChange }: Props) {
  return (
    <section className={classes.part}>
      <Field id="label" label="Name" hint="As everybody will read it, for example Spring 2027." error={errors.label}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            maxLength={80}
            value={draft.label}
            onChange={(e) => onChange({ label: e.currentTarget.value })}
          />
        )}
      </Field>
      <Field id="opensAt" label="Opens" hint={`Time of ${zone}.`} error={errors.opensAt}>
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            className={classes.time}
            disabled={draft.byHand}
            value={draft.opensAt}
            onChange={(e) => onChange({ opensAt: e.currentTarget.value })}
          />
        )}
      </Field>
      <div className={classes.tick}>
        <Checkbox
          label="I open it by hand"
          checked={draft.byHand}
          onChange={(e) => onChange({ byHand: e.currentTarget.checked })}
        />
      </div>
      <Field
        id="closesAt"
        label="Closes"
        hint="Staff are told that results appear after this day. It cannot be changed later; you may close earlier."
        error={errors.closesAt}
      >
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            className={classes.time}
            value={draft.closesAt}
            onChange={(e) => onChange({ closesAt: e.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        id="deletesOn"
        label="Answers are deleted on"
        hint="Part of the promise to staff."
        error={errors.deletesOn}
      >
        {(control) => (
          <TextInput
            {...control}
            type="date"
            className={classes.time}
            value={draft.deletesOn}
            onChange={(e) => onChange({ deletesOn: e.currentTarget.value })}
          />
        )}
      </Field>
      <FieldGroup id="agreedWithStaff" legend="Staff side (unions, staff council)" error={errors.agreedWithStaff}>
        <div className={classes.choices}>
          <Radio
            name="agreed"
            label="We have agreed this with staff side"
            checked={draft.agreedWithStaff}
            onChange={() => onChange({ agreedWithStaff: true })}
          />
          <Radio
            name="agreed"
            label="Not yet"
            checked={!draft.agreedWithStaff}
            onChange={() => onChange({ agreedWithStaff: false })}
          />
        </div>
      </FieldGroup>
    </section>
  );
}
