"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, useCallback, useEffect, useRef } from "react";
import { RiskLegend } from "../risk/legend.tsx";
import classes from "./heatmap-table.module.css";
import { HeatmapHead } from "./heatmap-head.tsx";
import { HeatmapPopover, usePopover } from "./heatmap-popover.tsx";
import { type ExtraColumn, HeatmapRow } from "./heatmap-row.tsx";
import type { HeatmapPicture, HeatmapSort } from "./prepare.ts";
import { type GridPlace, useGridKeys } from "./use-grid-keys.ts";
import { usePrinting } from "./use-printing.ts";

/**
 * Up to here every row is in the page, so that the browser finds, reads and prints them at once; beyond, only what is
 * visible and a few more.
 */
const ALL_ROWS = 300;
const ROW = 40;
const COMPACT = 32;
const HEAD_ROWS = 2;

export function HeatmapGrid({
  picture,
  extra,
  compact,
  k,
  hrefOf,
  onSort,
  onToggle,
  onOpen,
  onReturn,
}: {
  picture: HeatmapPicture;
  extra: ExtraColumn[];
  compact: boolean;
  k: number;
  hrefOf: (unitId: string) => string;
  onSort: (sort: HeatmapSort) => void;
  onToggle: (unitId: string) => void;
  onOpen: (unitId: string) => void;
  onReturn: (() => void) | undefined;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const { lines, organisation } = picture;
  const rowHeight = compact ? COMPACT : ROW;
  const columns = 2 + picture.columns.length + (picture.showState ? 1 : 0) + extra.length;
  const pinned = organisation ? 1 : 0;
  const popover = usePopover(picture);
  const target = useRef<GridPlace | null>(null);
  const scrollTo = useRef<(index: number) => void>(() => {});

  const onMove = useCallback(
    (place: GridPlace, index: number) => {
      target.current = place;
      if (index >= pinned) scrollTo.current(index - pinned);
    },
    [pinned],
  );
  const keys = useGridKeys({
    lines: organisation ? [organisation, ...lines] : lines,
    columns,
    page: 12,
    onMove,
    onToggle,
    onOpen,
    onReturn,
    dismiss: popover.dismiss,
  });

  const virtual = lines.length > ALL_ROWS && !printing;
  const activeIndex = keys.activeIndex - pinned;
  const virtualizer = useVirtualizer({
    count: lines.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 1200, height: 800 },
    getItemKey: (index) => lines[index]?.unitId ?? index,
    scrollPaddingStart: 80 + pinned * rowHeight,
    // The focused row stays in the page, or the focus would be lost by scrolling away.
    rangeExtractor: (range: Range) => {
      const seen = defaultRangeExtractor(range);
      if (activeIndex < 0 || activeIndex >= lines.length || seen.includes(activeIndex)) return seen;
      return [...seen, activeIndex].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    if (rowHeight > 0) virtualizer.measure();
  }, [rowHeight, virtualizer]);
  scrollTo.current = (index) => {
    if (virtual) virtualizer.scrollToIndex(index);
  };

  useEffect(() => {
    const place = target.current;
    if (!place) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(place.unitId)}"] > [data-c="${place.column}"]`,
    );
    if (!cell) return;
    target.current = null;
    cell.focus({ preventScroll: virtual });
  });

  const bandStart = picture.bands.length > 1 ? (picture.bands[0]?.columns.length ?? -1) : -1;
  const shared = { bandStart, showState: picture.showState, extra, onToggle, onOpen };
  const activeColumn = (unitId: string) => (keys.active?.unitId === unitId ? keys.active.column : null);
  const places = virtual
    ? virtualizer.getVirtualItems().map((item) => ({ index: item.index, start: item.start, end: item.end }))
    : lines.map((_, index) => ({ index, start: index * rowHeight, end: (index + 1) * rowHeight }));
  const total = lines.length * rowHeight;

  return (
    <div
      ref={scroller}
      className={`${classes.scroller} not-phone`}
      data-compact={compact || undefined}
      onScroll={popover.close}
    >
      <table
        role="treegrid"
        className={classes.table}
        aria-rowcount={lines.length + pinned + HEAD_ROWS}
        data-statements={picture.columns.length > 2 || undefined}
        data-flat={picture.closable.length === 0 || undefined}
        style={{ maxWidth: widthOf(picture, extra) }}
        onKeyDown={keys.onKeyDown}
        onFocus={(event) => {
          const place = placeOf(event.target);
          if (place) keys.setActive(place);
          popover.focus(event.target);
        }}
        onBlur={popover.close}
        onMouseOver={(event) => popover.hover(event.target)}
        onMouseLeave={popover.leave}
      >
        <caption className="visually-hidden">
          {picture.caption} Arrow keys move between cells, Enter opens the unit.
        </caption>
        <HeatmapHead picture={picture} extra={extra} hot={popover.column} onSort={onSort} />
        {organisation && (
          <tbody>
            <HeatmapRow
              {...shared}
              line={organisation}
              index={HEAD_ROWS + 1}
              activeColumn={activeColumn(organisation.unitId)}
              href={hrefOf(organisation.unitId)}
              pinned
            />
          </tbody>
        )}
        <tbody>
          {places.map((place, order) => {
            const line = lines[place.index];
            if (!line) return null;
            const gap = place.start - (places[order - 1]?.end ?? 0);
            return (
              <Fragment key={line.unitId}>
                {gap > 0 && <Gap height={gap} columns={columns} />}
                <HeatmapRow
                  {...shared}
                  line={line}
                  index={HEAD_ROWS + pinned + place.index + 1}
                  activeColumn={activeColumn(line.unitId)}
                  href={hrefOf(line.unitId)}
                />
              </Fragment>
            );
          })}
          <Gap height={total - (places.at(-1)?.end ?? 0)} columns={columns} />
        </tbody>
        <tfoot className={classes.printFoot}>
          <tr>
            <td colSpan={columns}>
              <RiskLegend k={k} />
            </td>
          </tr>
        </tfoot>
      </table>
      <HeatmapPopover popover={popover} onOpen={onOpen} />
    </div>
  );
}

/** On a wide screen the table keeps its measure, or state and call would drift away from their figures. */
function widthOf(picture: HeatmapPicture, extra: ExtraColumn[]): number {
  const figures = picture.columns.reduce((sum, column) => sum + (column.wide ? 96 : 68), 16);
  return 280 + 80 + figures + (picture.showState ? 440 : 0) + extra.length * 200;
}

/** A row that only takes up room means nothing to a screen reader. */
const SPACER = "presentation";

/** Stands for the rows that are not in the page. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr role={SPACER} className={classes.gap}>
      <td role={SPACER} colSpan={columns} style={{ height }} />
    </tr>
  );
}

function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof HTMLElement) || target.dataset.c === undefined) return null;
  const unitId = target.closest<HTMLElement>("[data-row]")?.dataset.row;
  return unitId ? { unitId, column: Number(target.dataset.c) } : null;
}
