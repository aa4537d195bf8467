import Link from "next/link";
import type { OwnTeamReading } from "#contracts/results-pages.ts";
import { MARK_WORDS } from "#components/charts/risk/risk.ts";
import classes from "./now.module.css";
import { readingSentence } from "./reading-words.ts";

/** What the team itself said last, in a sentence, with the way to all of it. Nothing while the own view comes first. */
export function LastReading({ org, reading }: { org: string; reading: OwnTeamReading | undefined }) {
  if (!reading?.wave) return null;
  if (reading.locked) {
    return (
      <p className={classes.quiet}>
        What your team said before opens again once you have closed part 2: your own view comes first.
      </p>
    );
  }
  if (!reading.row) return null;
  return (
    <p>
      <span className={classes.said}>What your team said in {reading.wave.label}:</span>{" "}
      {readingSentence(reading) ?? `${MARK_WORDS.hidden.toLowerCase()}.`}{" "}
      <Link href={`/o/${org}/my-team?team=${reading.team.unitId}`}>See it beside your own view</Link>
    </p>
  );
}
