import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./page-header.module.css";

export type PathStep = { label: string; href: string };

/** Path, the page's finding as its only h1, one line of facts, and at most one primary action. */
export function PageHeader({
  path = [],
  title,
  meta,
  action,
}: {
  path?: PathStep[];
  /** The finding: a sentence, not a topic. */
  title: ReactNode;
  /** One line: "Autumn 2026, 84 answers". */
  meta?: ReactNode;
  /** The page's one primary button. */
  action?: ReactNode;
}) {
  return (
    <header className={classes.root}>
      {path.length > 0 && (
        <nav aria-label="Where you are" className={classes.path}>
          <ol>
            {path.map((step) => (
              <li key={step.href}>
                <Link href={step.href}>{step.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={classes.line}>
        <div className={classes.words}>
          <h1 className={classes.title}>{title}</h1>
          {meta && <p className={classes.meta}>{meta}</p>}
        </div>
        {action && <div className={classes.action}>{action}</div>}
      </div>
    </header>
  );
}
