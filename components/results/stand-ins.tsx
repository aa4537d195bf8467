import type { StandIn } from "#contracts/results-pages.ts";
import type { ResultTable } from "#contracts/results.ts";
import classes from "./results.module.css";
import { figuresOf, hiddenSentence } from "./words.ts";

/** For rows at the top that are not shown: the nearest unit above that is, so labelled. */
export function StandIns({ standIns, table }: { standIns: StandIn[]; table: ResultTable }) {
  if (standIns.length === 0) return null;
  const nameOf = new Map(table.rows.map((row) => [row.unitId, row.name]));
  return (
    <section className={classes.section}>
      <h2>The nearest group that is shown</h2>
      {standIns.map(({ unitIds, row }) => (
        <p key={row.unitId} className="prose">
          {hiddenSentence(unitIds.map((unitId) => nameOf.get(unitId) ?? ""))} Counted within <strong>{row.name}</strong>
          : {figuresOf(row)}.
        </p>
      ))}
    </section>
  );
}
