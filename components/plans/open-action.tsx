"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import type { PlanPage, PlanView } from "#contracts/plans.ts";
import { longDate } from "#components/ui/dates.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { CloseForm } from "./close-form.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import classes from "./plans.module.css";
import { SIDE_WORDS } from "./words.ts";

/** An open action: its result first, then who, by when, and the steps. */
export function OpenAction({
  action,
  owners,
  org,
  teamId,
}: {
  action: PlanView["open"][number];
  owners: PlanPage["owners"];
  org: string;
  teamId: string;
}) {
  const [asking, setAsking] = useState<"close" | "hand-over" | null>(null);
  const here = owners.some(({ id }) => id === action.owner.id);
  return (
    <section className={classes.card} aria-labelledby={`action-${action.id}`}>
      <p className={classes.tag}>{SIDE_WORDS[action.side]}</p>
      <h2 id={`action-${action.id}`}>{action.result}</h2>
      <p className={classes.facts}>
        {action.owner.name}
        {!here && <strong> (no longer here)</strong>}, by {longDate(action.dueOn)}
        {action.daysOver > 0 && (
          <strong>
            {" "}
            ({action.daysOver} {action.daysOver === 1 ? "day" : "days"} past its day)
          </strong>
        )}
      </p>
      <ol className={classes.steps}>
        {action.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {action.mismatch && <p className={classes.soft}>{action.mismatch}</p>}
      {asking === "close" && <CloseForm action={action} onEnd={() => setAsking(null)} />}
      {asking === "hand-over" && <HandOverForm action={action} owners={owners} onEnd={() => setAsking(null)} />}
      {asking === null && (
        <div className={classes.line}>
          <Button variant="default" onClick={() => setAsking("close")}>
            Close and review
          </Button>
          {owners.some(({ id }) => id !== action.owner.id) && (
            <Button variant="subtle" onClick={() => setAsking("hand-over")}>
              Hand it over<span className="visually-hidden">: {action.result}</span>
            </Button>
          )}
          {action.libraryId && (
            <LinkButton variant="subtle" href={`/o/${org}/plan/card?team=${teamId}&${action.side}=${action.libraryId}`}>
              Card to print
            </LinkButton>
          )}
        </div>
      )}
    </section>
  );
}
