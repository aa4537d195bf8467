"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import type { PlanView } from "#contracts/plans.ts";
import { longDate } from "#components/ui/dates.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { CloseForm } from "./close-form.tsx";
import classes from "./plans.module.css";
import { SIDE_WORDS } from "./words.ts";

/** An open action: its result first, then who, by when, and the steps. */
export function OpenAction({ action, org, teamId }: { action: PlanView["open"][number]; org: string; teamId: string }) {
  const [closing, setClosing] = useState(false);
  return (
    <section className={classes.card} aria-labelledby={`action-${action.id}`}>
      <p className={classes.tag}>{SIDE_WORDS[action.side]}</p>
      <h2 id={`action-${action.id}`}>{action.result}</h2>
      <p className={classes.facts}>
        {action.owner.name}, by {longDate(action.dueOn)}
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
      {closing ? (
        <CloseForm action={action} onEnd={() => setClosing(false)} />
      ) : (
        <div className={classes.line}>
          <Button variant="default" onClick={() => setClosing(true)}>
            Close and review
          </Button>
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
