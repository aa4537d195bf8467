import { useId } from "react";
import classes from "./progress-line.module.css";

/** Long work: how far, in words and as a line. Without `value` it says only that work goes on. */
export function ProgressLine({
  label,
  value,
  total,
  words,
}: {
  label: string;
  value?: number;
  total?: number;
  /** "2 of 3"; built from value and total when left out. */
  words?: string;
}) {
  const id = useId();
  const known = value !== undefined && total !== undefined && total > 0;
  return (
    <div className={classes.root}>
      <p className={classes.line}>
        <span id={id}>{label}</span>
        <span className={classes.words}>{words ?? (known ? `${value} of ${total}` : "Working")}</span>
      </p>
      <progress aria-labelledby={id} className={classes.bar} {...(known ? { value, max: total } : {})} />
    </div>
  );
}
