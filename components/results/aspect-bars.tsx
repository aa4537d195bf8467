import { ASPECT_NAMES, STATEMENTS } from "#content/statements.ts";
import type { ResultRow, RiskCell } from "#contracts/results.ts";
import { STATE_CUT } from "#contracts/results.ts";
import { axisOf, STATEMENT_CODES, type StatementCode } from "#contracts/statements.ts";
import { LockIcon } from "#components/charts/risk/marks.tsx";
import { changeWords, figureText, MARK_WORDS } from "#components/charts/risk/risk.ts";
import { AspectHelp } from "./aspect-help.tsx";
import classes from "./aspect-bars.module.css";

const HIDDEN: RiskCell = { mark: "hidden" };

/**
 * Six aspects, each one statement of meaning and one of structure, on one scale from 0 to 100. Always two, never one
 * number. The team is a filled dot with its likely range as a line; the supervisor, where given, a hollow dot.
 */
export function AspectBars({
  row,
  own = null,
  wording,
}: {
  row: ResultRow | null;
  /** Risks by statement in the order of STATEMENT_CODES. */
  own?: readonly (number | null)[] | null;
  wording: "member" | "supervisor";
}) {
  const side = (code: StatementCode) => ({
    code,
    cell: row?.statements?.find((statement) => statement.code === code)?.cell ?? HIDDEN,
    own: own?.[STATEMENT_CODES.indexOf(code)] ?? null,
  });
  return (
    <>
      <p className={classes.legend}>
        <span>
          <span className={classes.keyTeam} aria-hidden="true" /> Team, with its likely range
        </span>
        {own && (
          <span>
            <span className={classes.keyOwn} aria-hidden="true" /> You
          </span>
        )}
        <span>
          <span className={classes.keyCut} aria-hidden="true" /> {STATE_CUT}
        </span>
        <span>Risk from 0 to 100, higher is worse.</span>
      </p>
      <div className={classes.heads} aria-hidden="true">
        <span />
        <span>Meaning</span>
        <span>Structure</span>
      </div>
      <ul className={classes.rows}>
        {ASPECT_NAMES.map((name, index) => (
          <li key={name} className={classes.row}>
            <h3 className={classes.aspect}>{name}</h3>
            <Bar {...side(`D${index + 1}` as StatementCode)} wording={wording} />
            <Bar {...side(`E${index + 1}` as StatementCode)} wording={wording} />
          </li>
        ))}
      </ul>
      <AspectHelp />
    </>
  );
}

function Bar({
  code,
  cell,
  own,
  wording,
}: {
  code: StatementCode;
  cell: RiskCell;
  own: number | null;
  wording: "member" | "supervisor";
}) {
  const statement = STATEMENTS[code];
  const value = cell.mark === "value" ? cell : null;
  return (
    <div className={classes.cell} data-axis={axisOf(code)}>
      <p className={classes.line}>
        <span className={classes.short}>{statement.short}</span>
        <span className={classes.figure} aria-hidden="true">
          {value && figureText(value)}
          {cell.mark === "no_answers" && "–"}
          {cell.mark === "hidden" && (
            <>
              <LockIcon /> not shown
            </>
          )}
          {own !== null && <span className={classes.ownFigure}>you {own}</span>}
        </span>
        <span className="visually-hidden">{spoken(cell, own)}</span>
      </p>
      <div className={classes.track} data-mark={cell.mark} aria-hidden="true">
        <span className={classes.cut} style={{ left: `${STATE_CUT}%` }} />
        {value && value.low !== null && value.high !== null && (
          <span className={classes.range} style={{ left: `${value.low}%`, width: `${value.high - value.low}%` }} />
        )}
        {value && <span className={classes.team} style={{ left: `${value.risk}%` }} />}
        {own !== null && <span className={classes.own} style={{ left: `${own}%` }} />}
      </div>
      <p className={classes.wording}>{statement[wording]}</p>
    </div>
  );
}

function spoken(cell: RiskCell, own: number | null): string {
  const parts: string[] = [];
  if (cell.mark === "value") {
    const range = cell.low !== null && cell.high !== null ? `, likely ${cell.low} to ${cell.high}` : "";
    parts.push(`Team ${figureText(cell)}${range}`);
    const change = changeWords(cell.change);
    if (change) parts.push(change);
  } else parts.push(MARK_WORDS[cell.mark]);
  if (own !== null) parts.push(`You ${own}`);
  return `${parts.join(". ")}.`;
}
