import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { Field } from "#components/ui/field.tsx";
import { WORKING_PATTERN_LABELS, WORKING_PATTERNS, type WorkingPattern } from "#contracts/register.ts";

export const patternOf = (value: string): WorkingPattern | null =>
  WORKING_PATTERNS.find((pattern) => pattern === value) ?? null;

const PATTERNS = [
  { value: "", label: "Choose" },
  ...WORKING_PATTERNS.map((pattern) => ({ value: pattern as string, label: WORKING_PATTERN_LABELS[pattern] })),
];

export function HeadcountField({
  value,
  onChange,
  error,
  optional = false,
  id = "headcount",
}: {
  id?: string;
  value: number | null;
  onChange: (value: number | null) => void;
  error?: string | undefined;
  optional?: boolean;
}) {
  return (
    <Field id={id} label="How many people" hint="Without the supervisor." error={error} optional={optional}>
      {(control) => (
        <NumberInput
          {...control}
          w={140}
          min={0}
          max={100_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={value ?? ""}
          onChange={(next) => onChange(next === "" ? null : Number(next))}
        />
      )}
    </Field>
  );
}

export function PatternField({
  value,
  onChange,
  error,
  optional = false,
  id = "workingPattern",
}: {
  id?: string;
  value: WorkingPattern | null;
  onChange: (value: WorkingPattern | null) => void;
  error?: string | undefined;
  optional?: boolean;
}) {
  return (
    <Field id={id} label="How the team works" error={error} optional={optional}>
      {(control) => (
        <NativeSelect
          {...control}
          w={220}
          data={PATTERNS}
          value={value ?? ""}
          onChange={(e) => onChange(patternOf(e.currentTarget.value))}
        />
      )}
    </Field>
  );
}

/** Address, and a name that counts only for somebody new. */
export function SupervisorFields({
  email,
  name,
  onEmail,
  onName,
  errors,
  optional = false,
}: {
  email: string;
  name: string;
  onEmail: (value: string) => void;
  onName: (value: string) => void;
  errors: Record<string, string>;
  optional?: boolean;
}) {
  return (
    <>
      <Field
        id="supervisorEmail"
        label="Supervisor’s e-mail address"
        error={errors.supervisorEmail}
        optional={optional}
      >
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="off"
            value={email}
            onChange={(e) => onEmail(e.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        id="supervisorName"
        label="Supervisor’s name"
        hint="Only needed for somebody who is new here."
        error={errors.supervisorName}
        optional
      >
        {(control) => (
          <TextInput {...control} autoComplete="off" value={name} onChange={(e) => onName(e.currentTarget.value)} />
        )}
      </Field>
    </>
  );
}
