"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ACTIONS } from "#content/actions/index.ts";
import type { Lens } from "#contracts/calls.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./plans.module.css";

const HALVES: Record<Lens, { heading: string; choose: string; asks: readonly string[] }> = {
  lead: {
    heading: "Say this first",
    choose: "What people need to hear",
    asks: ["Why are we doing this, and why now?", "Who will be better off?", "What stays as it is?"],
  },
  manage: {
    heading: "Check this first",
    choose: "What has to be in place",
    asks: [
      "Who does the work, and what do they put down for it?",
      "What are the dates, and who keeps them?",
      "Where is work handed over, and to whom?",
    ],
  },
};

/** One change on one page, with both halves: why, and staffing, deadlines and handovers. Made to be printed. */
export function CardScreen({
  org,
  teamId,
  start,
}: {
  org: string;
  teamId: string | undefined;
  start: Partial<Record<Lens, string>>;
}) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.plans.page.queryOptions(teamId ? { teamId } : {}));
  const [chosen, setChosen] = useState<Record<Lens, string>>({
    lead: start.lead ?? "",
    manage: start.manage ?? "",
  });
  return (
    <div className={classes.page}>
      <PageHeader
        path={[{ label: "Plan", href: `/o/${org}/plan${data.team ? `?team=${data.team.id}` : ""}` }]}
        title="One change, both halves"
        meta={data.team ? `${data.team.name}. Take it into the conversation.` : null}
        action={
          <Button onClick={() => window.print()} variant="default">
            Print the card
          </Button>
        }
      />
      <div className={classes.halves}>
        {(["lead", "manage"] as const).map((side) => (
          <Half key={side} side={side} value={chosen[side]} onChoose={(id) => setChosen({ ...chosen, [side]: id })} />
        ))}
      </div>
    </div>
  );
}

function Half({ side, value, onChoose }: { side: Lens; value: string; onChoose: (id: string) => void }) {
  const { heading, choose, asks } = HALVES[side];
  const own = ACTIONS.filter((action) => action.side === side);
  const action = own.find(({ id }) => id === value);
  return (
    <section className={classes.half} aria-labelledby={`half-${side}`}>
      <h2 id={`half-${side}`}>{heading}</h2>
      <div className="no-print">
        <Field id={`choose-${side}`} label={choose}>
          {(control) => (
            <NativeSelect
              {...control}
              value={value}
              onChange={(event) => onChoose(event.currentTarget.value)}
              data={[{ value: "", label: "Any change" }, ...own.map(({ id, title }) => ({ value: id, label: title }))]}
            />
          )}
        </Field>
      </div>
      {action && <p className={classes.saying}>{action.first}</p>}
      <ul className={classes.steps}>
        {asks.map((ask) => (
          <li key={ask}>{ask}</li>
        ))}
        {action?.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </section>
  );
}
