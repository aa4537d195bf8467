import type { ReactNode } from "react";
import classes from "./banner.module.css";
import { ErrorIcon } from "./error-summary.tsx";

/** A strip across the page. `quiet`: standing facts; `notice`: something to know now; `problem`: something is wrong. */
export function Banner({
  tone = "notice",
  children,
  action,
}: {
  tone?: "quiet" | "notice" | "problem";
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.root} data-tone={tone} role={tone === "problem" ? "alert" : undefined}>
      {tone === "problem" && <ErrorIcon />}
      <div className={classes.words}>{children}</div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
