"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import classes from "./heatmap.module.css";
import type { HeatmapPicture } from "./prepare.ts";

type Shown = { unitId: string; sentence: string; left: number; top: number; above: boolean };

const WIDTH = 320;
const DELAY = 120;

/** What the pointer or the focus is on. It stays while the pointer is on the popover itself; Escape closes it. */
export function usePopover(picture: HeatmapPicture) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [column, setColumn] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sentences = useMemo(() => {
    const all = picture.organisation ? [picture.organisation, ...picture.lines] : picture.lines;
    return new Map(all.map((line) => [line.unitId, line.cells]));
  }, [picture]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function later(action: () => void, delay = DELAY) {
    clearTimeout(timer.current);
    timer.current = setTimeout(action, delay);
  }

  function at(target: EventTarget): { cell: HTMLElement; shown: Shown | null; column: number } | null {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-c]") : null;
    if (!cell) return null;
    const place = Number(cell.dataset.c);
    const unitId = cell.closest<HTMLElement>("[data-row]")?.dataset.row ?? "";
    const figure = sentences.get(unitId)?.[place - 2];
    if (!figure) return { cell, shown: null, column: place };
    const box = cell.getBoundingClientRect();
    const above = box.bottom + 140 > window.innerHeight;
    const left = Math.max(8, Math.min(window.innerWidth - WIDTH - 8, box.left + box.width / 2 - WIDTH / 2));
    return {
      cell,
      column: place,
      shown: { unitId, sentence: figure.sentence, left, top: above ? box.top - 4 : box.bottom + 4, above },
    };
  }

  return {
    shown,
    column,
    hover(target: EventTarget) {
      const found = at(target);
      setColumn(found?.column ?? null);
      later(() => setShown(found?.shown ?? null), found?.shown ? 250 : DELAY);
    },
    focus(target: EventTarget) {
      if (!(target instanceof Element) || !target.matches(":focus-visible")) return;
      const found = at(target);
      // After the browser has scrolled the cell into view.
      later(() => setShown(found ? (at(target)?.shown ?? null) : null), 30);
    },
    leave() {
      setColumn(null);
      later(() => setShown(null));
    },
    keep() {
      clearTimeout(timer.current);
    },
    close() {
      clearTimeout(timer.current);
      setShown(null);
    },
    dismiss(): boolean {
      clearTimeout(timer.current);
      setShown(null);
      return shown !== null;
    },
  };
}

/**
 * For the eye and the pointer only: a screen reader has the same facts in the cell's label, and Enter opens the unit.
 */
export function HeatmapPopover({
  popover,
  onOpen,
}: {
  popover: ReturnType<typeof usePopover>;
  onOpen: (unitId: string) => void;
}) {
  const { shown } = popover;
  if (!shown) return null;
  return (
    <div
      className={classes.popover}
      data-above={shown.above || undefined}
      aria-hidden="true"
      style={{ left: shown.left, top: shown.top, width: WIDTH }}
      onMouseEnter={popover.keep}
      onMouseLeave={popover.leave}
    >
      {/* An interval is not broken over two lines. */}
      {shown.sentence.replace(/(\d)–(\d)/g, "$1\u2060–\u2060$2")}{" "}
      <button type="button" tabIndex={-1} className={classes.popoverOpen} onClick={() => onOpen(shown.unitId)}>
        Open
      </button>
    </div>
  );
}
