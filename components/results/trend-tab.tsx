"use client";

import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { ResultTable } from "#contracts/results.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Trend } from "#components/charts/trend/trend.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SkeletonTable } from "#components/ui/skeleton-table.tsx";
import type { ResultsAddress } from "./address.ts";
import classes from "./results.module.css";
import { wholeOf } from "./words.ts";

const SKELETON = [{ header: "Wave", width: "40%" }, { header: "Engagement risk" }, { header: "Delivery risk" }];

/** One unit over time; the reader's whole part unless another one is chosen. */
export function TrendTab({
  table,
  address,
  go,
}: {
  table: ResultTable;
  address: ResultsAddress;
  go: (change: Partial<ResultsAddress>) => void;
}) {
  const id = useId();
  const trpc = useTRPC();
  const choices = unitChoices(table);
  const unitId = address.unitId ?? wholeOf(table)?.unitId ?? choices[0]?.value;
  const query = useQuery(trpc.results.trend.queryOptions({ unitId: unitId ?? "" }, { enabled: unitId !== undefined }));
  return (
    <>
      <div className={classes.choice}>
        <label htmlFor={id} className={classes.label}>
          Unit or team
        </label>
        <NativeSelect
          id={id}
          size="sm"
          value={unitId ?? ""}
          onChange={(event) => go({ unitId: event.currentTarget.value })}
          data={choices}
        />
      </div>
      {query.error ? (
        <ErrorState onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <Trend key={unitId} trend={query.data} />
      ) : (
        <SkeletonTable columns={SKELETON} rows={6} />
      )}
    </>
  );
}

/** In tree order, set in as the tree is; rows of people directly in a unit have no line of their own. */
function unitChoices(table: ResultTable): { value: string; label: string }[] {
  const own = table.organisation;
  const least = Math.min(...table.rows.map((row) => row.depth));
  return [
    ...(own ? [{ value: own.unitId, label: own.name }] : []),
    ...table.rows
      .filter((row) => row.kind !== "direct")
      .map((row) => ({ value: row.unitId, label: `${"\u2003".repeat(row.depth - least)}${row.name}` })),
  ];
}
