import type { FurtherStatement } from "#contracts/results-pages.ts";
import { LockIcon } from "#components/charts/risk/marks.tsx";
import classes from "./further-statements.module.css";

/**
 * What the wave asked beside the twelve. In no risk colour and on a scale of its own: agreement, more is more. A table from
 * the start, with a bar behind each figure for those who see it.
 */
export function FurtherStatements({
  of,
  name,
  organisation,
}: {
  of: readonly FurtherStatement[];
  name: string;
  organisation: string;
}) {
  if (of.length === 0) return null;
  const compared = of.some((statement) => statement.organisation !== null);
  return (
    <section className={classes.section}>
      <h2>Also asked</h2>
      <table className={classes.table}>
        <caption className={classes.caption}>
          Agreement from 0 to 100, more is more. In no axis, so in neither risk.
        </caption>
        <thead>
          <tr>
            <th scope="col">Statement</th>
            <th scope="col" className={classes.number}>
              {name}
            </th>
            {compared && (
              <th scope="col" className={classes.number}>
                {organisation}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {of.map((statement) => (
            <tr key={statement.code}>
              <th scope="row">
                {statement.words}
                {statement.code.startsWith("L") && <span className={classes.tag}>Your organisation’s own</span>}
              </th>
              <td className={classes.number}>
                <Agreement of={statement} />
              </td>
              {compared && <td className={classes.number}>{statement.organisation ?? "–"}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const LIMITS = { or_more: "or more", or_less: "or less" } as const;

function Agreement({ of: { agreement, limit } }: { of: FurtherStatement }) {
  if (agreement === null) {
    return (
      <span className={classes.hidden}>
        <LockIcon /> not shown
      </span>
    );
  }
  return (
    <>
      <span className={classes.figure}>{limit ? `${agreement} ${LIMITS[limit]}` : agreement}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ width: `${agreement}%` }} />
      </span>
    </>
  );
}
