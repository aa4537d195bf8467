import type { ReactNode } from "react";
import classes from "./steps.module.css";

export type Step = { key: string; label: string /** A date or a short fact under the name. */; note?: ReactNode };

/** A line of steps with the present one marked in words, not by colour alone. */
export function Steps({ label, steps, current }: { label: string; steps: Step[]; current: string }) {
  const now = steps.findIndex((step) => step.key === current);
  return (
    <ol className={classes.root} aria-label={label}>
      {steps.map((step, index) => {
        const place = index < now ? "done" : index === now ? "now" : "ahead";
        return (
          <li key={step.key} data-place={place} aria-current={place === "now" ? "step" : undefined}>
            <span className={classes.mark} aria-hidden="true">
              {place === "done" ? "✓" : index + 1}
            </span>
            <span className={classes.label}>
              {step.label}
              <span className="visually-hidden">
                {place === "done" ? ", done" : place === "now" ? ", now" : ", still to come"}
              </span>
            </span>
            {step.note && <span className={classes.note}>{step.note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
