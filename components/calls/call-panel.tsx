import Link from "next/link";
import type { CallView } from "#contracts/calls.ts";
import { CALL_LABELS } from "#contracts/calls.ts";
import { TEAM_SIDE_WORDS } from "#content/call-words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { longDate } from "#components/ui/dates.ts";
import classes from "./calls.module.css";
import { Emphasis } from "./emphasis.tsx";

/** Why the call is what it is, what would change it, and what the team's answers say beside it. */
export function CallPanel({ org, call }: { org: string; call: CallView }) {
  const { made, decided } = call;
  // Once the supervisor has chosen, what the rule asked of them and how it might come to the same would only puzzle.
  const asks = made.call === "too_close_to_call" && decided !== null;
  const sameAsChosen = decided !== null && made.counterfactual.becomes === call.holds;
  return (
    <>
      {made.askForHelpFirst && (
        <div className={classes.banner}>
          <Banner action={<Link href={`/o/${org}/help?team=${call.team.id}`}>Ask for help</Link>}>
            Your team says that it lacks what it needs to do the work. Ask for help with that before anything else.
          </Banner>
        </div>
      )}
      {made.order && !asks && <p className={classes.order}>{made.order}</p>}
      <section className={classes.section}>
        <h2>Why</h2>
        <ol className={classes.reasons}>
          {made.reasons.map((reason) => (
            <li key={reason.words}>
              {reason.words}
              {reason.lens && (
                <span className={classes.lens}>
                  {reason.lens === "lead" ? "speaks for meaning" : "speaks for structure"}
                </span>
              )}
            </li>
          ))}
        </ol>
        {!sameAsChosen && (
          <p className={classes.would}>
            <Emphasis words={made.counterfactual.words} />
          </p>
        )}
      </section>
      <SecondOpinion call={call} />
    </>
  );
}

function SecondOpinion({ call: { made, teamSide } }: { call: CallView }) {
  const { heading, meaning, structure } = made.secondOpinion;
  return (
    <section className={classes.section}>
      <h2>{heading}</h2>
      {teamSide === "locked" || teamSide === "withdrawn" ? (
        <p className={classes.soft}>{TEAM_SIDE_WORDS[teamSide]}</p>
      ) : (
        <dl className={classes.pair}>
          <div>
            <dt>Meaning</dt>
            <dd>{meaning.words}.</dd>
          </div>
          <div>
            <dt>Structure</dt>
            <dd>{structure.words}.</dd>
          </div>
        </dl>
      )}
    </section>
  );
}

/** One line under the call: whose, since when, until when, and what was decided. */
export function callMeta(call: CallView): string {
  const day = longDate(call.madeOn);
  const holds = call.expired
    ? `Checked on ${day}; it held until ${longDate(call.expiresOn)}`
    : `Checked on ${day}; it holds until ${longDate(call.expiresOn)}`;
  const decided = !call.decided
    ? ""
    : call.made.call === "too_close_to_call"
      ? ". The rule does not decide this; you chose"
      : `. The rule said ${CALL_LABELS[call.made.call].toLowerCase()}; you decided otherwise`;
  return `${call.team.name}. ${holds}${decided}.`;
}
