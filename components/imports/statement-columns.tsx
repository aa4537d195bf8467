import { NativeSelect } from "@mantine/core";
import { Fragment } from "react";
import { type Axis, AXES, STATEMENT_CODES } from "#contracts/statements.ts";
import { STATEMENTS, STATEMENTS_OF } from "#content/statements.ts";
import { FieldError } from "#components/ui/field.tsx";
import classes from "./imports.module.css";

const AXIS_WORDS: Record<Axis, string> = { direction: "Direction: meaning", delivery: "Delivery: structure" };

/** One column for each statement, in its own words. */
export function StatementColumns({
  columns,
  chosen,
  errors,
  onChange,
}: {
  columns: { value: string; label: string }[];
  chosen: readonly string[];
  errors: Record<string, string>;
  onChange: (statements: string[]) => void;
}) {
  return (
    <div className={classes.statements}>
      {AXES.map((axis) => (
        <Fragment key={axis}>
          <h3>{AXIS_WORDS[axis]}</h3>
          {STATEMENTS_OF[axis].map((code) => {
            const s = STATEMENTS[code];
            const i = STATEMENT_CODES.indexOf(s.code);
            const error = errors[s.code];
            return (
              <Fragment key={s.code}>
                {error && (
                  <div className={classes.wrong}>
                    <FieldError id={`${s.code}-error`}>{error}</FieldError>
                  </div>
                )}
                <label htmlFor={s.code} className={classes.statement}>
                  <span className={classes.code}>{s.code}</span> {s.member}
                </label>
                <NativeSelect
                  id={s.code}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? `${s.code}-error` : undefined}
                  data={columns}
                  value={chosen[i] ?? ""}
                  onChange={(e) => onChange(chosen.map((c, at) => (at === i ? e.currentTarget.value : c)))}
                />
              </Fragment>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}
