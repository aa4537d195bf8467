import { memo, type ReactNode } from "react";
import { ChangeIcon, Hatch, LockIcon } from "../risk/marks.tsx";
import classes from "./heatmap-row.module.css";
import type { HeatmapCell, HeatmapLine } from "./prepare.ts";

export type ExtraColumn = {
  key: string;
  header: string;
  /** CSS width of the column. */
  width?: string;
  cell: (unitId: string) => ReactNode;
  /** The same for tablets and for the phone's list, where a line or two have room. */
  short?: (unitId: string) => ReactNode;
};

export type RowProps = {
  line: HeatmapLine;
  /** Place in the whole table for a screen reader, from 1, heads included. */
  index: number;
  /** Where band two begins, to leave the gap. */
  bandStart: number;
  showState: boolean;
  extra: ExtraColumn[];
  /** The column that Tab reaches, when it is in this row. */
  activeColumn: number | null;
  pinned?: boolean;
  href: string;
  onToggle: (unitId: string) => void;
  onOpen: (unitId: string) => void;
};

export const HeatmapRow = memo(function HeatmapRow({
  line,
  index,
  bandStart,
  showState,
  extra,
  activeColumn,
  pinned = false,
  href,
  onToggle,
  onOpen,
}: RowProps) {
  const focus = (column: number) => ({ "data-c": column, tabIndex: activeColumn === column ? 0 : -1 });
  const after = 2 + line.cells.length;
  return (
    <tr
      aria-rowindex={index}
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-expanded={line.expandable ? line.expanded : undefined}
      data-row={line.unitId}
      className={pinned ? classes.pinned : classes.row}
    >
      <th scope="row" role="rowheader" className={classes.name} {...focus(0)}>
        <span className={classes.nameInner} data-level={Math.min(line.level, 7)}>
          {line.expandable ? (
            <button
              type="button"
              tabIndex={-1}
              className={classes.caret}
              aria-label={`${line.expanded ? "Close" : "Open"} the units in ${line.name}`}
              onClick={() => onToggle(line.unitId)}
            >
              <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" data-open={line.expanded || undefined}>
                <path d="M3 1 8 5 3 9Z" fill="currentColor" />
              </svg>
            </button>
          ) : (
            <span className={classes.noCaret} />
          )}
          <UnitLink line={line} href={href} onOpen={onOpen} />
        </span>
      </th>
      <td className={classes.answers} {...focus(1)}>
        {line.answers}
      </td>
      {line.cells.map((cell, place) => (
        <td
          key={cell.key}
          className={classes.cell}
          data-step={cell.step ?? undefined}
          data-mark={cell.mark}
          data-gap={place === bandStart || undefined}
          aria-label={cell.label}
          {...focus(2 + place)}
        >
          <CellInside cell={cell} figure={cell.figure} />
        </td>
      ))}
      {showState && (
        <td className={classes.state} {...focus(after)}>
          {line.state}
          {line.near && <span className={classes.near}>, {line.near}</span>}
        </td>
      )}
      {extra.map((column, place) => (
        <td key={column.key} className={classes.state} {...focus(after + (showState ? 1 : 0) + place)}>
          {column.short ? (
            <>
              <span className={classes.whole}>{column.cell(line.unitId)}</span>
              <span className={classes.brief}>{column.short(line.unitId)}</span>
            </>
          ) : (
            column.cell(line.unitId)
          )}
        </td>
      ))}
    </tr>
  );
});

export function CellInside({ cell, figure }: { cell: HeatmapCell; figure: string }) {
  return (
    <span className={classes.inside}>
      {cell.mark === "hidden" ? (
        <>
          <Hatch className={classes.hatch} />
          <LockIcon className={classes.lock} />
        </>
      ) : (
        <span
          className={classes.figure}
          data-near={cell.nearLine || undefined}
          data-long={figure.length > 5 || undefined}
        >
          {figure}
        </span>
      )}
      {cell.change && <ChangeIcon sign={cell.change} className={classes.change} />}
    </span>
  );
}

export function UnitLink({
  line,
  href,
  onOpen,
  inTabOrder = false,
}: {
  line: HeatmapLine;
  href: string;
  onOpen: (unitId: string) => void;
  inTabOrder?: boolean;
}) {
  return (
    <a
      href={href}
      tabIndex={inTabOrder ? 0 : -1}
      className={classes.link}
      title={line.name}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onOpen(line.unitId);
      }}
    >
      {line.name}
    </a>
  );
}
