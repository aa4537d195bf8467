"use client";

import { useEffect, useRef } from "react";
import classes from "./error-summary.module.css";

export type FormError = { /** id of the field. */ field: string; message: string };

/** GOV.UK pattern: on top of the form, takes the focus, each line leads to its field. Nothing is drawn without errors. */
export function ErrorSummary({
  errors,
  title = "There is a problem",
  attempt = 0,
}: {
  errors: FormError[];
  title?: string;
  /** Raise it at every failed attempt, so that the focus returns also when the errors are the same. */
  attempt?: number;
}) {
  const root = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown && attempt >= 0) root.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div ref={root} role="alert" tabIndex={-1} className={classes.root} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" className={classes.title}>
        <ErrorIcon />
        {title}
      </h2>
      <ul className={classes.list}>
        {errors.map((error) => (
          <li key={`${error.field}-${error.message}`}>
            <a
              href={`#${error.field}`}
              onClick={(event) => {
                const field = document.getElementById(error.field);
                if (!field) return;
                event.preventDefault();
                field.scrollIntoView({ block: "center" });
                field.focus();
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function ErrorIcon() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false" className={classes.icon}>
      <path d="M10 1.5 19 18H1Z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      <path d="M10 7v5" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="10" cy="15" r="1.2" fill="currentColor" />
    </svg>
  );
}
