"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { ACTIONS } from "#content/actions/index.ts";
import type { LibraryAction } from "#content/actions/schema.ts";
import type { Lens } from "#contracts/calls.ts";
import { LEAD_VERBS, MANAGE_VERBS, type PlanPage } from "#contracts/plans.ts";
import classes from "./plans.module.css";
import { SIDE_WORDS, VERB_WORDS } from "./words.ts";

/** What the form starts with: an action of the library, or one of the team's own on a side. */
export type Chosen = { side: Lens; action: LibraryAction | null };

/** The action library, by side and by what an action does. It opens on the side of the call. */
export function Library({ page, onChoose }: { page: PlanPage; onChoose: (chosen: Chosen) => void }) {
  const [side, setSide] = useState<Lens>(page.mismatch.lead === null ? "lead" : "manage");
  const [verb, setVerb] = useState<string>("all");
  const [whole, setWhole] = useState(false);
  const verbs: readonly string[] = side === "lead" ? LEAD_VERBS : MANAGE_VERBS;
  const found = ACTIONS.filter((action) => action.side === side && (verb === "all" || action.verb === verb));
  // Under "All" one of each kind, so that nothing is chosen only because it stands first.
  const first = verbs.flatMap((one) => found.filter((action) => action.verb === one).slice(0, 1));
  const shown = verb === "all" && !whole ? first : found;
  return (
    <section className={classes.section}>
      <h2>Choose an action</h2>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label="Side"
          value={side}
          onChange={(next) => {
            setSide(next as Lens);
            setVerb("all");
          }}
          data={(["lead", "manage"] as const).map((one) => ({ value: one, label: SIDE_WORDS[one] }))}
        />
        <fieldset className={classes.verbs}>
          <legend className="visually-hidden">What it does</legend>
          {["all", ...verbs].map((one) => (
            <label key={one} className={classes.verb} data-on={verb === one || undefined}>
              <input type="radio" name="verb" value={one} checked={verb === one} onChange={() => setVerb(one)} />
              {one === "all" ? "All" : VERB_WORDS[one as keyof typeof VERB_WORDS]}
            </label>
          ))}
        </fieldset>
      </div>
      {page.mismatch[side] && <p className={classes.notice}>{page.mismatch[side]} You can choose one all the same.</p>}
      <ul className={classes.library}>
        {shown.map((action) => (
          <li key={action.id} className={classes.item}>
            <h3>{action.title}</h3>
            <p>{action.when}</p>
            <p className={classes.first}>
              <span className={classes.soft}>{action.side === "lead" ? "Say first" : "Check first"}: </span>
              {action.first}
            </p>
            <p className={classes.soft}>
              {action.side === "lead"
                ? `Where it leads: ${action.destination}`
                : `What it protects: ${action.protects}`}
            </p>
            <div className={classes.line}>
              <Button
                size="sm"
                variant="default"
                aria-label={`Choose: ${action.title}`}
                onClick={() => onChoose({ side, action })}
              >
                Choose
              </Button>
              <span className="note">
                {VERB_WORDS[action.verb]}, about {action.weeks} {action.weeks === 1 ? "week" : "weeks"}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <p className={`${classes.own} ${classes.line}`}>
        {shown.length < found.length && (
          <Button variant="default" onClick={() => setWhole(true)}>
            Show all {found.length}
          </Button>
        )}
        <Button variant="default" onClick={() => onChoose({ side, action: null })}>
          Write an action of your own
        </Button>
      </p>
    </section>
  );
}
