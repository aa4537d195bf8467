import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ResultTable } from "#contracts/results.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import type { ExtraColumn } from "#components/charts/heatmap/heatmap-row.tsx";
import { callAndPlanOf, callAndPlanWords } from "./call-words.ts";

/**
 * The column call and plan of a heatmap, for who may read it. Both are of today, so that they stand beside the latest
 * wave only. They come after the figures: a table of 2,000 rows does not wait for them, and the column is there from the
 * first, so that nothing moves when they arrive.
 */
export function useCallColumns(table: ResultTable): ExtraColumn[] {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const latest = table.waves.length === 0 || table.waves[0]?.waveId === table.wave.waveId;
  const enabled = latest && home.permissions.includes("call:read");
  const { data } = useQuery(trpc.calls.below.queryOptions({}, { enabled }));
  return useMemo(() => {
    if (!enabled) return [];
    const said = data && callAndPlanOf(data);
    const of = (unitId: string) => said?.get(unitId);
    const both = (unitId: string) => {
      const words = of(unitId);
      return words ? callAndPlanWords(words) : null;
    };
    return [
      {
        key: "call",
        header: "Call and plan now",
        width: "200px",
        cell: both,
        // The phone has room for the call alone, and for the state of the unit where there is none.
        short: (unitId) => of(unitId)?.call ?? null,
      },
    ];
  }, [enabled, data]);
}
