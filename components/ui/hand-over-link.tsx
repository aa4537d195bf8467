"use client";

import { Button } from "@mantine/core";
import { useState, useSyncExternalStore } from "react";
import classes from "./hand-over-link.module.css";

const noChange = () => () => {};

/**
 * A link to hand over, shown once: nothing is mailed. Nothing is drawn when there is none.
 * `kind` is "join" for somebody who has a sign-in already.
 */
export function HandOverLink({
  name,
  invitation,
}: {
  name: string;
  invitation: { path: string | null; kind: string | null } | null;
}) {
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const origin = useSyncExternalStore(
    noChange,
    () => window.location.origin,
    () => "",
  );
  if (!invitation?.path) return null;
  const address = `${origin}${invitation.path}`;
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied("yes"),
      () => setCopied("no"),
    );
  return (
    <section className={classes.root} aria-label={`Link for ${name}`}>
      <p>
        <strong>Give this link to {name} yourself.</strong>{" "}
        {invitation.kind === "join"
          ? "They have a sign-in at Bearing already: with it and this link they take their place here."
          : "With it they choose a password."}{" "}
        It works once, for seven days, and is shown only now.
      </p>
      <code className={classes.address}>{address}</code>
      <div className={classes.buttons}>
        <Button variant="default" size="sm" onClick={() => void copy()}>
          Copy the link
        </Button>
        <span role="status" className={classes.soft}>
          {copied === "yes" && "Copied."}
          {copied === "no" && "Your browser did not allow it. Select the link and copy it."}
        </span>
      </div>
    </section>
  );
}
