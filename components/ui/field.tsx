import { type ReactNode, useId } from "react";
import { ErrorIcon } from "./error-summary.tsx";
import classes from "./field.module.css";

/** What a control needs from its field: spread it on any input. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/**
 * Label, hint and message around any control: `<Field id="name" label="Name">{(control) => <input {...control} />}</Field>`.
 * The message stands between label and control, where the eye already is.
 */
export function Field({
  id,
  label,
  hint,
  error,
  optional = false,
  children,
}: {
  /** Also the target of the error summary. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  optional?: boolean;
  children: (control: FieldControl) => ReactNode;
}) {
  const own = useId();
  const field = id ?? own;
  const described = [hint ? `${field}-hint` : "", error ? `${field}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={error ? classes.wrong : classes.root}>
      <label htmlFor={field} className={classes.label}>
        {label}
        {optional && <span className={classes.optional}> (optional)</span>}
      </label>
      {hint && (
        <p id={`${field}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${field}-error`}>{error}</FieldError>}
      {children({ id: field, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
    </div>
  );
}

/** A group of choices: one legend, then radios or checkboxes. */
export function FieldGroup({
  id,
  legend,
  hint,
  error,
  children,
}: {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error ? classes.wrong : classes.root}
      aria-describedby={[hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined}
    >
      <legend className={classes.label}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </fieldset>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className={classes.error}>
      <ErrorIcon />
      <span>
        <span className="visually-hidden">Error: </span>
        {children}
      </span>
    </p>
  );
}
