"use client";

import { Slider } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { FieldError } from "#components/ui/field.tsx";
import type { PlanDraft } from "./plan-state.ts";
import { costWords, togetherWords } from "./pulse-words.ts";
import classes from "./plan.module.css";

/** The smallest group as a slider, with what each choice costs on today's lists. */
export function PlanSize({
  draft,
  least,
  waveId,
  error,
  onChange,
}: {
  draft: PlanDraft;
  least: number;
  waveId: string | null;
  error: string | undefined;
  onChange: (changes: Partial<PlanDraft>) => void;
}) {
  const trpc = useTRPC();
  const { data: cost } = useSuspenseQuery(trpc.waves.cost.queryOptions({ waveId }));
  const most = cost.costs.at(-1)?.k ?? least;
  const chosen = cost.costs.find((c) => c.k === draft.k);
  return (
    <section className={classes.part}>
      <h2 id="k-label">Smallest group shown: {draft.k}</h2>
      <p className={classes.hint}>
        Results of fewer people are never shown. {least} or more; statements and files always need at least 10.
      </p>
      {error && <FieldError id="k-error">{error}</FieldError>}
      <Slider
        className={classes.slider}
        min={least}
        max={most}
        step={1}
        label={null}
        thumbProps={{ id: "k", "aria-labelledby": "k-label", "aria-valuetext": `${draft.k} people` }}
        marks={[least, most].map((value) => ({ value, label: String(value) }))}
        value={draft.k}
        onChange={(k) => onChange({ k })}
      />
      <p className={classes.cost} aria-live="polite">
        {cost.teams === 0
          ? "There is no team yet. Register the first team to see what this costs."
          : chosen
            ? costWords(chosen, cost.teams, cost.fromLists)
            : "With so many, hardly any team sees a result of its own."}
      </p>
      {chosen && chosen.all < cost.teams && (
        <p className={classes.together}>{togetherWords(cost.teams - chosen.all, waveId !== null)}</p>
      )}
    </section>
  );
}
