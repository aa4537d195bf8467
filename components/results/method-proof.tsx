import Link from "next/link";
import type { WaveFigures } from "#contracts/results-pages.ts";
import { longDate } from "#components/ui/dates.ts";
import classes from "./method.module.css";

const ASKED = {
  own: "Its statements were frozen word for word when it was launched.",
  standard: "It asked the twelve statements above.",
  imported: "Its answers were imported: other questions, matched to the twelve statements.",
} as const;

/** What one wave kept back, in general, and what proves it: the check, the promise, the certificate. */
export function MethodProof({ org, figures }: { org: string; figures: WaveFigures }) {
  const { shown, checkedOn, receipt, inputHash, wave } = figures;
  return (
    <section>
      <h2>What was kept back in {wave.label}, and the proof</h2>
      <p>
        {shown.onScreen} of {shown.teams} teams see a result of their own on screen, {shown.inFiles} of them in
        statements and files too. The others are counted within a larger group: too few answered, or they protect a
        nearby team. Which of the two is told to nobody.
      </p>
      <p>
        {ASKED[figures.asked]} Where a wave asked other statements than the one before, the page says so and compares
        nothing.
      </p>
      <dl className={classes.proof}>
        <dt>Checked</dt>
        <dd>{checkedOn ? `${longDate(checkedOn)}: nobody can be singled out` : "not known"}</dd>
        <dt>Fingerprint of the answers</dt>
        <dd className={classes.print}>{inputHash ?? "not known"}</dd>
        <dt>Receipt of the promise</dt>
        <dd className={receipt ? classes.print : undefined}>{receipt ?? "none: nothing was promised in Bearing"}</dd>
      </dl>
      <p>
        <Link href={`/o/${org}/certificate?wave=${wave.waveId}`}>Read the certificate</Link> (HR and leaders), with how
        to check it again.
      </p>
    </section>
  );
}
