"use client";

import { useState } from "react";
import type { RehearsalView } from "#contracts/wave-views.ts";
import classes from "./rehearsal.module.css";
import { openRows, type TreeRow } from "./seen-by.ts";

/** Made-up figures of whatever one role would see: the top of the tree, and the rest on demand. */
export function RehearsalTable({ rows, top }: { rows: RehearsalView["units"]; top: string }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set([top]));
  const units = rows.filter((row) => !row.isTeam).map((row) => row.unitId);
  // A supervisor's rows are the own team and the nearest unit above it: no tree.
  const isTree = rows[0]?.isTeam === false;
  const lines = isTree
    ? openRows(rows, opened)
    : rows.map((unit): TreeRow => ({ unit, level: 1, expandable: false, expanded: false }));
  const all = units.every((unitId) => opened.has(unitId));
  function toggle(unitId: string) {
    const after = new Set(opened);
    if (!after.delete(unitId)) after.add(unitId);
    setOpened(after);
  }
  return (
    <>
      <div className={classes.bar}>
        <h2 id="made-up">Made-up results</h2>
        {isTree && units.length > 1 && (
          <button type="button" className={classes.all} onClick={() => setOpened(new Set(all ? [top] : units))}>
            {all ? "Close all units" : "Open all units"}
          </button>
        )}
      </div>
      <table className={classes.table} aria-labelledby="made-up">
        <thead>
          <tr>
            <th scope="col">Unit or team</th>
            <th scope="col">Answers</th>
            <th scope="col">Engagement risk</th>
            <th scope="col">Delivery risk</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.unit.unitId} line={line} isTree={isTree} onToggle={toggle} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ line, isTree, onToggle }: { line: TreeRow; isTree: boolean; onToggle: (unitId: string) => void }) {
  const { unit, level, expandable, expanded } = line;
  return (
    <tr>
      <th scope="row" data-level={Math.min(level, 5)}>
        <span className={classes.name}>
          {expandable ? (
            <button
              type="button"
              className={classes.caret}
              aria-expanded={expanded}
              aria-label={`Units in ${unit.name}`}
              onClick={() => onToggle(unit.unitId)}
            >
              <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" data-open={expanded || undefined}>
                <path d="M3 1 8 5 3 9Z" fill="currentColor" />
              </svg>
            </button>
          ) : (
            isTree && <span className={classes.caret} />
          )}
          <span>{unit.name}</span>
        </span>
      </th>
      {unit.answers === null ? (
        <td colSpan={3} className={classes.hidden}>
          Not shown
        </td>
      ) : (
        <>
          <td>{unit.answers.toLocaleString("en-GB")}</td>
          <td>{unit.engagementRisk ?? "–"}</td>
          <td>{unit.deliveryRisk ?? "–"}</td>
        </>
      )}
    </tr>
  );
}
