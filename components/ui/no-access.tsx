import type { ReactNode } from "react";
import classes from "./state.module.css";

/** Stands for the whole page, so it brings the page's h1. It never says whether the page exists. */
export function NoAccess({
  organisation,
  contact,
  action,
}: {
  organisation: string;
  contact?: { name: string; email?: string };
  action?: ReactNode;
}) {
  return (
    <section className={classes.page}>
      <h1 className={classes.heading}>This page is not in your part of {organisation}.</h1>
      {contact && <p>Ask {contact.email ? <a href={`mailto:${contact.email}`}>{contact.name}</a> : contact.name}.</p>}
      {action && <div className={classes.action}>{action}</div>}
    </section>
  );
}
