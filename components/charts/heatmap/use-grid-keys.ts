import { type KeyboardEvent, useCallback, useState } from "react";
import type { HeatmapLine } from "./prepare.ts";

export type GridPlace = { unitId: string; column: number };

/**
 * Roving focus of the heatmap: one cell is reached by Tab, arrows move from there. On a name, right opens a unit and
 * left closes it, or goes to the unit above.
 */
export function useGridKeys({
  lines,
  columns,
  page,
  onMove,
  onToggle,
  onOpen,
  onReturn,
  dismiss,
}: {
  /** Organisation row first. */
  lines: HeatmapLine[];
  columns: number;
  /** Rows of one Page Down. */
  page: number;
  /** Brings a row into view before it takes the focus. */
  onMove: (place: GridPlace, index: number) => void;
  onToggle: (unitId: string) => void;
  onOpen: (unitId: string) => void;
  onReturn: (() => void) | undefined;
  /** Closes the popover; false when none was open. */
  dismiss: () => boolean;
}) {
  const [chosen, setChosen] = useState<GridPlace | null>(null);
  const index = chosen ? lines.findIndex((line) => line.unitId === chosen.unitId) : -1;
  const active: GridPlace | null =
    chosen && index >= 0
      ? { ...chosen, column: Math.min(chosen.column, columns - 1) }
      : lines[0]
        ? { unitId: lines[0].unitId, column: 0 }
        : null;

  const move = useCallback(
    (to: number, column: number) => {
      const row = Math.max(0, Math.min(lines.length - 1, to));
      const line = lines[row];
      if (!line) return;
      const place = { unitId: line.unitId, column: Math.max(0, Math.min(columns - 1, column)) };
      setChosen(place);
      onMove(place, row);
    },
    [lines, columns, onMove],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || !(event.target as HTMLElement).matches("[data-c]") || event.altKey || event.metaKey) return;
    const row = Math.max(0, index);
    const line = lines[row];
    if (!line) return;
    const { column } = active;
    const far = event.ctrlKey;
    switch (event.key) {
      case "ArrowDown":
        move(row + 1, column);
        break;
      case "ArrowUp":
        move(row - 1, column);
        break;
      case "ArrowRight":
        if (column === 0 && line.expandable && !line.expanded) onToggle(line.unitId);
        else move(row, column + 1);
        break;
      case "ArrowLeft":
        if (column > 0) move(row, column - 1);
        else if (line.expanded) onToggle(line.unitId);
        else move(above(lines, row), 0);
        break;
      case "Home":
        move(far ? 0 : row, 0);
        break;
      case "End":
        move(far ? lines.length - 1 : row, columns - 1);
        break;
      case "PageDown":
        move(row + page, column);
        break;
      case "PageUp":
        move(row - page, column);
        break;
      case "Enter":
        onOpen(line.unitId);
        break;
      case "Escape":
        if (dismiss()) break;
        if (column > 0) move(row, 0);
        else onReturn?.();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return { active, activeIndex: Math.max(0, index), setActive: setChosen, onKeyDown };
}

/** The row of the unit that this one belongs to. */
function above(lines: HeatmapLine[], row: number): number {
  const level = lines[row]?.level ?? 1;
  for (let at = row - 1; at > 0; at -= 1) if ((lines[at]?.level ?? 1) < level) return at;
  return row;
}
