"use client";

import { useId } from "react";
import { DataTable } from "#components/ui/data-table.tsx";
import type { Measure } from "#contracts/measures.ts";
import classes from "./measure.module.css";
import { prepareMeasure } from "./prepare.ts";

/** Another measure by unit, on its own axis; the same as a table below. Neither Bearing's colours nor its scale. */
export function MeasureChart({ measure }: { measure: Measure }) {
  const id = useId();
  const picture = prepareMeasure(measure);
  const several = picture.years.length > 1;
  return (
    <figure className={classes.root} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={classes.title}>
        {picture.title}
      </h2>
      <p className={classes.axisName}>
        {picture.axis}
        {several && `. Filled: ${picture.years.at(-1)}; hollow: years before`}
      </p>
      <ul className={classes.lines}>
        {picture.lines.map((line) => (
          <li key={line.unitId} className={classes.line}>
            <span className={classes.name}>{line.name}</span>
            <span className={classes.track} aria-hidden="true">
              {line.dots.map((dot) => (
                <span
                  key={dot.year}
                  className={classes.dot}
                  data-latest={dot.latest || undefined}
                  style={{ left: `${dot.at}%` }}
                />
              ))}
            </span>
            <span className={classes.figure} aria-hidden="true">
              {line.figure}
            </span>
            <span className="visually-hidden">{line.sentence}</span>
          </li>
        ))}
      </ul>
      <div className={classes.ticks} aria-hidden="true">
        {picture.ticks.map((tick) => (
          <span key={tick.at} style={{ left: `${tick.at}%` }}>
            {tick.label}
          </span>
        ))}
      </div>
      <details className={classes.twin}>
        <summary>The same as a table</summary>
        <DataTable
          caption={picture.title}
          captionHidden
          columns={picture.table.head.map((head, index) => ({
            key: head,
            header: head,
            cell: (row: { cells: string[] }) => row.cells[index],
            align: index === 0 ? ("start" as const) : ("end" as const),
          }))}
          rows={picture.table.rows}
          rowKey={(row) => row.key}
        />
      </details>
      <figcaption className={classes.credit}>Source: {picture.credit} Not one of Bearing’s results.</figcaption>
    </figure>
  );
}
