import type { ReactNode } from "react";
import type { ResultRow, RiskCell } from "#contracts/results.ts";
import { changeWords, figureText, MARK_WORDS } from "#components/charts/risk/risk.ts";
import { LockIcon } from "#components/charts/risk/marks.tsx";
import classes from "./two-figures.module.css";
import { againstSentence } from "./words.ts";

/** Both risks at equal size, side by side: two facts, never one number. */
export function TwoFigures({ row, organisation }: { row: ResultRow; organisation: string }) {
  return (
    <div className={classes.root}>
      <Figure title="Engagement risk" band="Meaning" cell={row.engagement} organisation={organisation} />
      <Figure title="Delivery risk" band="Structure" cell={row.delivery} organisation={organisation}>
        {row.counted.mark === "value" && (
          <p className={classes.note}>As counted from delivery facts: {row.counted.risk}.</p>
        )}
      </Figure>
    </div>
  );
}

function Figure({
  title,
  band,
  cell,
  organisation,
  children,
}: {
  title: string;
  band: string;
  cell: RiskCell;
  organisation: string;
  children?: ReactNode;
}) {
  const value = cell.mark === "value" ? cell : null;
  const change = value && changeWords(value.change);
  const against = againstSentence(cell, organisation);
  return (
    <section className={classes.figure} data-mark={cell.mark}>
      <h2 className={classes.title}>
        {title} <span className={classes.band}>{band}</span>
      </h2>
      {value ? (
        <p className={classes.line}>
          <span className={classes.number}>{figureText(value)}</span>{" "}
          {value.low !== null && value.high !== null && (
            <span className={classes.range}>
              likely {value.low}–{value.high}
            </span>
          )}
        </p>
      ) : (
        <p className={classes.missing}>
          {cell.mark === "hidden" && <LockIcon />} {MARK_WORDS[cell.mark === "value" ? "hidden" : cell.mark]}.
        </p>
      )}
      {value?.nearLine && <p className={classes.note}>Near the line at 40, where the state changes.</p>}
      {change && <p className={classes.note}>{change}.</p>}
      {against && <p className={classes.note}>{against}</p>}
      {children}
    </section>
  );
}
