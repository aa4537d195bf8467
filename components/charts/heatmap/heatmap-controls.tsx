"use client";

import { Button, Checkbox, NativeSelect, SegmentedControl } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { ResultView } from "#contracts/results.ts";
import classes from "./heatmap.module.css";
import { type HeatmapPicture, type HeatmapSort, SORT_LABELS, VIEW_LABELS } from "./prepare.ts";

export function HeatmapControls({
  picture,
  view,
  views = ResultView.options,
  onView,
  onSort,
  closed,
  onClosed,
  against,
  onAgainst,
  compact,
  onCompact,
  statements,
  onStatements,
  children,
}: {
  picture: HeatmapPicture;
  view: ResultView;
  views: ResultView[] | undefined;
  onView: ((view: ResultView) => void) | undefined;
  onSort: (sort: HeatmapSort) => void;
  closed: ReadonlySet<string>;
  onClosed: (closed: ReadonlySet<string>) => void;
  against: boolean;
  onAgainst: (against: boolean) => void;
  compact: boolean;
  onCompact: (compact: boolean) => void;
  statements: boolean;
  onStatements: ((shown: boolean) => void) | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const allClosed = picture.closable.length > 0 && picture.closable.every((unitId) => closed.has(unitId));
  return (
    <div className={classes.controls}>
      {children}
      {onView && views.length > 1 && (
        <div className={classes.control}>
          <span id={`${id}-view`} className={classes.controlLabel}>
            Whose view
          </span>
          <SegmentedControl
            aria-labelledby={`${id}-view`}
            value={view}
            onChange={(value) => onView(ResultView.parse(value))}
            data={views.map((value) => ({ value, label: VIEW_LABELS[value] }))}
          />
        </div>
      )}
      {picture.sorts.length > 1 && (
        <div className={classes.control}>
          <label htmlFor={`${id}-sort`} className={classes.controlLabel}>
            Order
          </label>
          <NativeSelect
            id={`${id}-sort`}
            size="sm"
            value={picture.sort}
            onChange={(event) => {
              const sort = picture.sorts.find((candidate) => candidate === event.currentTarget.value);
              if (sort) onSort(sort);
            }}
            data={picture.sorts.map((value) => ({ value, label: SORT_LABELS[value] }))}
          />
        </div>
      )}
      <div className={classes.switches}>
        {onStatements && view === "team" && (
          <Checkbox
            size="sm"
            className="not-phone"
            label="Show statements"
            checked={statements}
            onChange={(event) => onStatements(event.currentTarget.checked)}
          />
        )}
        {picture.organisation && (
          <Checkbox
            size="sm"
            label="Against the organisation"
            checked={against}
            onChange={(event) => onAgainst(event.currentTarget.checked)}
          />
        )}
        <Checkbox
          size="sm"
          className="not-phone"
          label="Compact rows"
          checked={compact}
          onChange={(event) => onCompact(event.currentTarget.checked)}
        />
        {picture.closable.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onClosed(allClosed ? new Set() : new Set(picture.closable))}
          >
            {allClosed ? "Open all units" : "Close all units"}
          </Button>
        )}
      </div>
    </div>
  );
}
