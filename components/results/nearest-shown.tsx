import Link from "next/link";
import type { ResultRow } from "#contracts/results.ts";
import { answersText } from "#components/charts/risk/risk.ts";
import classes from "./results.module.css";
import { TwoFigures } from "./two-figures.tsx";
import { NOT_SHOWN } from "./words.ts";

/** Where a row is not shown: the one sentence, and the nearest unit above that is, so labelled. */
export function NearestShown({
  org,
  row,
  nearest,
  organisationName,
}: {
  org: string;
  row: ResultRow;
  nearest: ResultRow | null;
  organisationName: string;
}) {
  const words = row.engagement.mark === "hidden" ? NOT_SHOWN : "No team was asked in this wave.";
  return (
    <>
      <p className="prose">
        {words}
        {row.engagement.mark === "hidden" && (
          <>
            {" "}
            Ask the same thing in a team meeting: <Link href={`/o/${org}/guide`}>a guide for fifteen minutes</Link>.
          </>
        )}
      </p>
      {nearest && (
        <section className={classes.stand}>
          <h2>
            Counted within {nearest.name}
            {nearest.answers !== null && <span className={classes.soft}>, {answersText(nearest.answers)}</span>}
          </h2>
          <p className={classes.aside}>
            The nearest group that is shown. These are the figures of {nearest.name}, not of {row.name}.
          </p>
          <TwoFigures row={nearest} organisation={organisationName} />
        </section>
      )}
    </>
  );
}
