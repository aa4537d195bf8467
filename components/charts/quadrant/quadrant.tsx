"use client";

import { Checkbox, NativeSelect, SegmentedControl } from "@mantine/core";
import { type ReactNode, useId, useMemo, useState } from "react";
import type { ResultTable } from "#contracts/results.ts";
import { usePhone } from "#components/ui/use-phone.ts";
import classes from "./quadrant.module.css";
import { QuadrantDrawing } from "./quadrant-drawing.tsx";
import { QuadrantTable } from "./quadrant-table.tsx";
import { prepareQuadrant, type QuadrantMeasure } from "./prepare.ts";

export type QuadrantProps = {
  table: ResultTable;
  hrefOf: (unitId: string) => string;
  onOpen: (unitId: string) => void;
  /** The finding as heading; off where the page's h1 already says it. */
  heading?: "h2" | "h3" | null;
  /** Further controls, before the chart's own. */
  controls?: ReactNode;
};

/** Every unit as one dot: engagement risk upwards, delivery risk to the right. The same as a table below. */
export function Quadrant({ table, hrefOf, onOpen, heading = "h2", controls }: QuadrantProps) {
  const id = useId();
  const [measure, setMeasure] = useState<QuadrantMeasure>("team");
  const [full, setFull] = useState(false);
  const [focused, setFocused] = useState<string | null>(null);
  const narrow = usePhone() ?? false;
  const picture = useMemo(
    () => prepareQuadrant(table, { measure, zoom: full ? "full" : "data", focused, narrow }),
    [table, measure, full, focused, narrow],
  );
  const Heading = heading;
  return (
    <figure className={classes.root} aria-labelledby={`${id}-title`}>
      {Heading ? (
        <Heading id={`${id}-title`} className={classes.title}>
          {picture.title}
        </Heading>
      ) : (
        <p id={`${id}-title`} className="visually-hidden">
          {picture.title}
        </p>
      )}
      <div className={classes.controls}>
        {controls}
        {picture.canCount && (
          <div className={classes.control}>
            <span id={`${id}-measure`} className={classes.label}>
              Delivery
            </span>
            <SegmentedControl
              aria-labelledby={`${id}-measure`}
              value={measure}
              onChange={(value) => setMeasure(value === "counted" ? "counted" : "team")}
              data={[
                { value: "team", label: "As the team sees it" },
                { value: "counted", label: "As counted" },
              ]}
            />
          </div>
        )}
        <div className={classes.control}>
          <label htmlFor={`${id}-unit`} className={classes.label}>
            Point out
          </label>
          <NativeSelect
            id={`${id}-unit`}
            size="sm"
            className={classes.choice}
            value={focused ?? ""}
            onChange={(event) => setFocused(event.currentTarget.value || null)}
            data={[{ value: "", label: "Nobody in particular" }, ...picture.choices]}
          />
        </div>
        <Checkbox
          size="sm"
          className={classes.zoom}
          label="Show 0–100"
          checked={full}
          onChange={(event) => setFull(event.currentTarget.checked)}
        />
      </div>
      {picture.points.length > 0 && (
        <QuadrantDrawing picture={picture} hrefOf={hrefOf} onFocus={setFocused} onOpen={onOpen} />
      )}
      <figcaption className={classes.caption}>
        <p>{picture.summary}</p>
        <p>
          The area of a dot stands for the number of answers. Lines at {picture.cut}: the state changes there.
          {picture.showsRing && " A ring means that delivery has also been counted."}
        </p>
      </figcaption>
      <details className={classes.twin}>
        <summary>The same as a table</summary>
        <QuadrantTable picture={picture} hrefOf={hrefOf} />
      </details>
    </figure>
  );
}
