"use client";

import { useId, useMemo } from "react";
import type { Trend as TrendResult } from "#contracts/results.ts";
import { usePhone } from "#components/ui/use-phone.ts";
import classes from "./trend.module.css";
import { TrendDrawing } from "./trend-drawing.tsx";
import { TrendTable } from "./trend-table.tsx";
import { prepareTrend } from "./prepare.ts";

export type TrendProps = {
  trend: TrendResult;
  /** The finding as heading; off where the page already says it. */
  heading?: "h2" | "h3" | null;
};

/** Both risks over time, one above the other on the same scale, and the same as a table. */
export function Trend({ trend, heading = "h2" }: TrendProps) {
  const id = useId();
  const narrow = usePhone() ?? false;
  const picture = useMemo(() => prepareTrend(trend, { narrow }), [trend, narrow]);
  const Heading = heading;
  return (
    <figure className={classes.root} aria-labelledby={`${id}-title`}>
      {Heading ? (
        <Heading id={`${id}-title`}>{picture.title}</Heading>
      ) : (
        <p id={`${id}-title`} className="visually-hidden">
          {picture.title}
        </p>
      )}
      {!picture.empty && <TrendDrawing picture={picture} />}
      <figcaption className={classes.caption}>
        <p className="visually-hidden">{picture.summary}</p>
        {!picture.empty && (
          <p>
            Bands show where the true figure is likely to be (95%). The line at {picture.cut} is where the state
            changes.
            {picture.breaks.length > 0 && " A double slash: reorganised, not compared across it."}
          </p>
        )}
      </figcaption>
      <details className={classes.twin}>
        <summary>The same as a table</summary>
        <TrendTable picture={picture} />
      </details>
    </figure>
  );
}
