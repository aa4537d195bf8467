"use client";

import { useMemo, useState } from "react";
import type { ResultTable, ResultView } from "#contracts/results.ts";
import { Heatmap } from "#components/charts/heatmap/heatmap.tsx";
import { AspectHelp } from "./aspect-help.tsx";
import { closedUnits, foldOf, type ResultsAddress } from "./address.ts";
import { useUnitLinks } from "./links.ts";
import { useCallColumns } from "./use-call-columns.ts";

export type TabProps = {
  org: string;
  table: ResultTable;
  address: ResultsAddress;
  go: (change: Partial<ResultsAddress>, step?: boolean) => void;
  views: ResultView[];
};

export function HeatmapTab({ org, table, address, go, views }: TabProps) {
  const links = useUnitLinks(org, address.waveId);
  const extra = useCallColumns(table);
  const closable = useMemo(() => {
    const parents = new Set(table.rows.map((row) => row.parentId));
    return table.rows.filter((row) => parents.has(row.unitId)).map((row) => row.unitId);
  }, [table]);
  // As the page was opened: what is closed later is the heatmap's own matter, and goes into the address.
  const [first] = useState(address.fold);
  const folds = useMemo(
    () => ({
      initiallyClosed: closedUnits(first, closable, table.rows.length),
      ...(first === null ? { initiallyClosedOnPhone: closable } : {}),
    }),
    [first, closable, table.rows.length],
  );
  return (
    <>
      <Heatmap
        // Another wave may have another tree.
        key={table.wave.waveId}
        table={table}
        heading={null}
        extra={extra}
        {...links}
        views={views}
        onView={(view) => go({ view: view === "team" ? undefined : view }, true)}
        onStatements={(statements) => go({ statements })}
        initialSort={address.sort}
        initialStatements={address.statements}
        initialAgainst={address.against}
        initialCompact={address.compact}
        {...folds}
        onSettings={({ sort, closed, against, compact }) =>
          go({ sort, against, compact, fold: sameAsOpened(closed, closable, table) ? null : foldOf(closed, closable) })
        }
      />
      {address.statements && <AspectHelp />}
    </>
  );
}

function sameAsOpened(closed: ReadonlySet<string>, closable: readonly string[], table: ResultTable): boolean {
  const opened = closedUnits(null, closable, table.rows.length);
  return opened.length === closed.size && opened.every((unitId) => closed.has(unitId));
}
