import type { ReactNode } from "react";
import classes from "./state.module.css";

/** An empty page says what will be here and the one next step. */
export function EmptyState({
  title,
  children,
  action,
  headingLevel = 2,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  headingLevel?: 2 | 3;
}) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={classes.root}>
      <Heading className={classes.title}>{title}</Heading>
      {children && <div className={classes.words}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </section>
  );
}
