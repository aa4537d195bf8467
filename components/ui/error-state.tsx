"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorIcon } from "./error-summary.tsx";
import classes from "./state.module.css";

/** Something did not load. The words say that nothing is lost, and the button tries again. */
export function ErrorState({
  title = "We could not load this. Nothing is lost.",
  children,
  onRetry,
  reference,
}: {
  title?: string;
  children?: ReactNode;
  onRetry?: () => void;
  /** A reference for support; no technical text. */
  reference?: string;
}) {
  return (
    <section className={classes.root} role="alert">
      <h2 className={classes.title}>
        <ErrorIcon /> {title}
      </h2>
      {children && <div className={classes.words}>{children}</div>}
      {reference && <p className={classes.reference}>Reference for support: {reference}</p>}
      {onRetry && (
        <div className={classes.action}>
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </section>
  );
}
