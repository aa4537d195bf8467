import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ResultTable } from "#contracts/results.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import type { ExtraColumn } from "#components/charts/heatmap/heatmap-row.tsx";
import { callAndPlanOf } from "./call-words.ts";

/**
 * The column call and plan of a heatmap, for who may read it. Both are of today, so that they stand beside the latest
 * wave only, and they come after the figures: a table is there before they are.
 */
export function useCallColumns(table: ResultTable): ExtraColumn[] {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const latest = table.waves.length === 0 || table.waves[0]?.waveId === table.wave.waveId;
  const enabled = latest && home.permissions.includes("call:read");
  const { data } = useQuery(trpc.calls.below.queryOptions({}, { enabled }));
  return useMemo(() => {
    if (!enabled || !data) return [];
    const said = callAndPlanOf(data);
    return [{ key: "call", header: "Call and plan now", width: "200px", cell: (unitId) => said.get(unitId) ?? null }];
  }, [enabled, data]);
}
