import Link from "next/link";
import type { TreeUnit } from "#contracts/register-views.ts";
import { WORKING_PATTERN_LABELS } from "#contracts/register.ts";
import type { TreeRow } from "./tree.ts";
import classes from "./tree-table.module.css";

const INDENT = 20;

/** The tree as a table: one row per unit, children below their unit, closed until opened. */
export function TreeTable({
  org,
  rows,
  searching,
  onToggle,
  onMore,
}: {
  org: string;
  rows: TreeRow[];
  /** While words are searched, the way to each match stands open. */
  searching: boolean;
  onToggle: (unitId: string) => void;
  onMore: (unitId: string) => void;
}) {
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">Units and teams, each below the unit that it belongs to</caption>
      <thead>
        <tr>
          <th scope="col">Unit or team</th>
          <th scope="col" className={classes.wide}>
            Code
          </th>
          <th scope="col" className={classes.wide}>
            Supervisor
          </th>
          <th scope="col" className={classes.wide}>
            Works
          </th>
          <th scope="col" className={classes.figure}>
            People
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.kind === "unit" ? (
            <UnitRow key={row.unit.id} org={org} row={row} searching={searching} onToggle={onToggle} />
          ) : (
            <tr key={`more-${row.parent.id}`}>
              <td colSpan={5}>
                <div style={{ paddingLeft: row.level * INDENT + 28 }}>
                  <button type="button" className={classes.more} onClick={() => onMore(row.parent.id)}>
                    Show more of {row.parent.name} ({row.left.toLocaleString("en-GB")} left)
                  </button>
                </div>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function UnitRow({
  org,
  row: { unit, level, children, open, people },
  searching,
  onToggle,
}: {
  org: string;
  row: Extract<TreeRow, { kind: "unit" }>;
  searching: boolean;
  onToggle: (unitId: string) => void;
}) {
  return (
    <tr>
      <th scope="row">
        <div className={classes.name} data-top={level === 0 || undefined} style={{ paddingLeft: level * INDENT }}>
          {children > 0 ? (
            <button
              type="button"
              className={classes.caret}
              aria-expanded={open}
              aria-label={`${open ? "Close" : "Open"} ${unit.name}, ${children} below`}
              disabled={searching}
              onClick={() => onToggle(unit.id)}
            >
              <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d="m6 3 5 5-5 5" fill="none" stroke="currentColor" strokeWidth="2" />
              </svg>
            </button>
          ) : (
            <span className={classes.noCaret} />
          )}
          <span>
            <Link href={`/o/${org}/structure/${unit.id}`}>{unit.name}</Link>
            {unit.kind === "team" && (
              <span className={classes.phoneOnly}>{unit.supervisors.join(", ") || "No supervisor"}</span>
            )}
          </span>
        </div>
      </th>
      <td className={`${classes.wide} ${classes.code}`}>{unit.code}</td>
      <td className={classes.wide}>
        <Supervisors unit={unit} />
      </td>
      <td className={classes.wide}>{unit.workingPattern ? WORKING_PATTERN_LABELS[unit.workingPattern] : ""}</td>
      <td className={classes.figure} data-sum={unit.kind !== "team" || undefined}>
        {people?.toLocaleString("en-GB") ?? ""}
      </td>
    </tr>
  );
}

function Supervisors({ unit }: { unit: TreeUnit }) {
  if (unit.kind !== "team") return null;
  return unit.supervisors.length > 0 ? (
    unit.supervisors.join(", ")
  ) : (
    <span className={classes.missing}>Nobody yet</span>
  );
}
