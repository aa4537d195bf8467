"use client";

import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import type { ResultTable, ResultView } from "#contracts/results.ts";
import { RiskLegend } from "../risk/legend.tsx";
import classes from "./heatmap.module.css";
import { HeatmapControls } from "./heatmap-controls.tsx";
import { HeatmapList } from "./heatmap-list.tsx";
import type { ExtraColumn } from "./heatmap-row.tsx";
import { HeatmapGrid } from "./heatmap-grid.tsx";
import { type HeatmapSort, prepareHeatmap } from "./prepare.ts";

export type HeatmapSettings = {
  sort: HeatmapSort;
  closed: ReadonlySet<string>;
  against: boolean;
  compact: boolean;
};

export type HeatmapProps = {
  table: ResultTable;
  /** Where a unit's own page is. */
  hrefOf: (unitId: string) => string;
  onOpen: (unitId: string) => void;
  /** Shows "whose view" when given. */
  onView?: (view: ResultView) => void;
  views?: ResultView[];
  /** Asked once the twelve columns are opened; the next `table` brings the statements. Shows the toggle when given. */
  onStatements?: (shown: boolean) => void;
  /** Escape on a name: the focus goes back to where the page wants it. */
  onReturn?: () => void;
  /** Call, plan: after the state, and the first of them in the phone's list. */
  extra?: ExtraColumn[];
  /** The finding as heading; off where the page's h1 already says it. */
  heading?: "h2" | "h3" | null;
  /** Without sort, density and toggles: the overview's small table. */
  plain?: boolean;
  initialSort?: HeatmapSort;
  /** Units closed at first. */
  initiallyClosed?: readonly string[];
  initialStatements?: boolean;
  initialAgainst?: boolean;
  initialCompact?: boolean;
  /** Told after each change, so that a page can keep them in its address. */
  onSettings?: (settings: HeatmapSettings) => void;
  /** Beside the controls, e.g. the choice of the wave. */
  controls?: ReactNode;
};

const NO_EXTRA: ExtraColumn[] = [];

/** Results of a wave as a table with colours: rows are the tree, every figure is printed. */
export function Heatmap({
  table,
  hrefOf,
  onOpen,
  onView,
  views,
  onStatements,
  onReturn,
  extra = NO_EXTRA,
  heading = "h2",
  plain = false,
  initialSort = "tree",
  initiallyClosed = [],
  initialStatements = false,
  initialAgainst = false,
  initialCompact = false,
  onSettings,
  controls,
}: HeatmapProps) {
  const id = useId();
  const [sort, setSort] = useState<HeatmapSort>(initialSort);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set(initiallyClosed));
  const [statements, setStatements] = useState(initialStatements);
  const [against, setAgainst] = useState(initialAgainst);
  const [compact, setCompact] = useState(initialCompact);
  const phone = useMediaQuery("screen and (max-width: 47.99em)", false) ?? false;
  const picture = useMemo(
    () => prepareHeatmap(table, { sort, collapsed: closed, statements, againstOrganisation: against }),
    [table, sort, closed, statements, against],
  );

  // Rows are memoised, so what they call must keep its identity.
  const latest = useRef({ hrefOf, onOpen, onSettings });
  useEffect(() => {
    latest.current = { hrefOf, onOpen, onSettings };
  });
  const settled = useRef(false);
  useEffect(() => {
    if (settled.current) latest.current.onSettings?.({ sort, closed, against, compact });
    settled.current = true;
  }, [sort, closed, against, compact]);
  const calls = useMemo(
    () => ({
      open: (unitId: string) => latest.current.onOpen(unitId),
      toggle: (unitId: string) =>
        setClosed((before) => {
          const after = new Set(before);
          if (!after.delete(unitId)) after.add(unitId);
          return after;
        }),
    }),
    [],
  );

  const Heading = heading;
  return (
    <section className={classes.root} data-wide aria-labelledby={Heading ? `${id}-title` : undefined}>
      {Heading && <Heading id={`${id}-title`}>{picture.title}</Heading>}
      {!plain && (
        <HeatmapControls
          picture={picture}
          view={table.view}
          views={views}
          onView={onView}
          onSort={setSort}
          closed={closed}
          onClosed={setClosed}
          against={against}
          onAgainst={setAgainst}
          compact={compact}
          onCompact={setCompact}
          statements={statements}
          onStatements={
            onStatements &&
            ((shown) => {
              setStatements(shown);
              onStatements(shown);
            })
          }
          phone={phone}
        >
          {controls}
        </HeatmapControls>
      )}
      <p className="visually-hidden">{picture.summary}</p>
      {picture.lines.length > 0 &&
        (phone ? (
          <HeatmapList picture={picture} extra={extra} hrefOf={hrefOf} onToggle={calls.toggle} onOpen={calls.open} />
        ) : (
          <HeatmapGrid
            picture={picture}
            extra={extra}
            compact={compact}
            k={table.k}
            hrefOf={hrefOf}
            onSort={setSort}
            onToggle={calls.toggle}
            onOpen={calls.open}
            onReturn={onReturn}
          />
        ))}
      <div className={classes.legend}>
        <RiskLegend k={table.k} changes={table.view === "team"} />
      </div>
    </section>
  );
}
