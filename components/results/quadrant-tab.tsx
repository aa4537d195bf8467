"use client";

import { SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { ResultView } from "#contracts/results.ts";
import { VIEW_LABELS } from "#components/charts/heatmap/prepare.ts";
import { Quadrant } from "#components/charts/quadrant/quadrant.tsx";
import type { TabProps } from "./heatmap-tab.tsx";
import { useUnitLinks } from "./links.ts";
import classes from "./results.module.css";

/** Counted delivery is a choice of the quadrant's own axis, so "whose view" here is team or supervisors. */
export function QuadrantTab({ org, table, address, go, views }: TabProps) {
  const id = useId();
  const links = useUnitLinks(org, address.waveId);
  const choices = views.filter((view) => view !== "counted");
  return (
    <Quadrant
      key={table.view}
      table={table}
      heading={null}
      {...links}
      controls={
        choices.length > 1 && (
          <div className={classes.control}>
            <span id={`${id}-view`} className={classes.label}>
              Whose view
            </span>
            <SegmentedControl
              aria-labelledby={`${id}-view`}
              value={table.view === "counted" ? "team" : table.view}
              onChange={(value) => go({ view: value === "team" ? undefined : ResultView.parse(value) }, true)}
              data={choices.map((value) => ({ value, label: VIEW_LABELS[value] }))}
            />
          </div>
        )
      }
    />
  );
}
