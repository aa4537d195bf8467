"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Measure } from "#contracts/measures.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { MeasureChart } from "#components/charts/measure/measure-chart.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./measures.module.css";

/** Other measures of the units in the reader's part: each by itself, beside Bearing's results and never in them. */
export function MeasuresScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.measures.list.queryOptions());
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const imports = home.permissions.includes("import:run");
  const count = data.measures.length;
  return (
    <>
      <PageHeader
        title={
          count === 0
            ? "No other measures yet"
            : `${count === 1 ? "One other measure" : `${count} other measures`} of your units`
        }
        meta="Figures of others, each on its own scale. They are no part of Bearing’s results."
        action={imports && <LinkButton href={`/o/${org}/measures/import`}>Import figures</LinkButton>}
      />
      {count === 0 ? (
        <EmptyState title="Delivery ratings and engagement figures that are published elsewhere can stand here.">
          <p>{imports ? "You need a CSV with a unit and a figure per row." : "HR imports them."}</p>
        </EmptyState>
      ) : (
        data.measures.map((measure) => (
          <section key={measure.title} className={classes.measure}>
            <MeasureChart measure={measure} />
            {imports && <Remove measure={measure} />}
          </section>
        ))
      )}
    </>
  );
}

function Remove({ measure }: { measure: Measure }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const remove = useMutation(trpc.measures.remove.mutationOptions());
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.buttons}>
      <Button variant="default" size="sm" aria-label={`Take away: ${measure.title}`} onClick={() => setAsking(true)}>
        Take away
      </Button>
      <Confirm
        opened={asking}
        danger
        title={`Take “${measure.title}” away?`}
        confirm="Take it away"
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(
            { title: measure.title },
            { onSettled: () => cache.invalidateQueries({ queryKey: trpc.measures.pathKey() }) },
          )
        }
        onClose={() => setAsking(false)}
      >
        All its years go. You can import them again from the file.
      </Confirm>
    </div>
  );
}
