"use client";

import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type { ResultTable, ResultView } from "#contracts/results.ts";
import { usePhone } from "#components/ui/use-phone.ts";
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
  /** The same on a phone, where a long tree starts at its top. */
  initiallyClosedOnPhone?: readonly string[] | undefined;
  initialStatements?: boolean;
  initialAgainst?: boolean;
  initialCompact?: boolean;
  /** Told after each change, so that a page can keep them in its address. */
  onSettings?: (settings: HeatmapSettings) => void;
  /** Beside the controls, e.g. the choice of the wave. */
  controls?: ReactNode;
};

/** Of the phone's list in the page as it arrives: two screens of it. */
const FIRST_ROWS = 24;
const NONE: readonly string[] = [];
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
  initiallyClosed = NONE,
  initiallyClosedOnPhone,
  initialStatements = false,
  initialAgainst = false,
  initialCompact = false,
  onSettings,
  controls,
}: HeatmapProps) {
  const id = useId();
  const [sort, setSort] = useState<HeatmapSort>(initialSort);
  // Null until somebody opens or closes a unit: what is closed at first depends on the screen.
  const [chosen, setClosed] = useState<ReadonlySet<string> | null>(null);
  const [statements, setStatements] = useState(initialStatements);
  const [against, setAgainst] = useState(initialAgainst);
  const [compact, setCompact] = useState(initialCompact);
  const phone = usePhone();
  const atFirst = useMemo(() => new Set(initiallyClosed), [initiallyClosed]);
  const onPhone = useMemo(
    () => new Set(initiallyClosedOnPhone ?? initiallyClosed),
    [initiallyClosedOnPhone, initiallyClosed],
  );
  const closed = chosen ?? (phone ? onPhone : atFirst);
  const prepare = useCallback(
    (collapsed: ReadonlySet<string>) =>
      prepareHeatmap(table, { sort, collapsed, statements, againstOrganisation: against }),
    [table, sort, statements, against],
  );
  const picture = useMemo(() => prepare(closed), [prepare, closed]);
  const list = useMemo(() => (phone === null ? prepare(onPhone) : picture), [prepare, phone, onPhone, picture]);

  // Rows are memoised, so what they call must keep its identity.
  const latest = useRef({ hrefOf, onOpen, onSettings, closed, atFirst });
  useEffect(() => {
    latest.current = { hrefOf, onOpen, onSettings, closed, atFirst };
  });
  const settled = useRef(false);
  useEffect(() => {
    const { onSettings, atFirst } = latest.current;
    if (settled.current) onSettings?.({ sort, closed: chosen ?? atFirst, against, compact });
    settled.current = true;
  }, [sort, chosen, against, compact]);
  const calls = useMemo(
    () => ({
      open: (unitId: string) => latest.current.onOpen(unitId),
      toggle: (unitId: string) =>
        setClosed(() => {
          const after = new Set(latest.current.closed);
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
        >
          {controls}
        </HeatmapControls>
      )}
      <p className="visually-hidden">{picture.summary}</p>
      {/* The server does not know the screen, so both come and the style chooses: the list with its first rows only. */}
      {picture.lines.length > 0 && phone !== false && (
        <HeatmapList
          picture={list}
          extra={extra}
          first={phone === null ? FIRST_ROWS : null}
          hrefOf={hrefOf}
          onToggle={calls.toggle}
          onOpen={calls.open}
        />
      )}
      {picture.lines.length > 0 && phone !== true && (
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
      )}
      <div className={classes.legend}>
        <RiskLegend k={table.k} changes={table.view === "team"} />
      </div>
    </section>
  );
}
