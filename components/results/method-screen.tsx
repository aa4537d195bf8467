"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { Method } from "#contracts/results-pages.ts";
import { RISK_BREAKS, STATE_CUT, STATE_LABELS } from "#contracts/results.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { answersText } from "#components/charts/risk/risk.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Funnel } from "#components/charts/funnel/funnel.tsx";
import { MethodFigures } from "./method-figures.tsx";
import { MethodProof } from "./method-proof.tsx";
import { MethodStatements } from "./method-statements.tsx";
import classes from "./method.module.css";
import { useWaveInAddress } from "./use-wave-in-address.ts";
import { WaveSelect } from "./wave-select.tsx";

/** How the figures are made, in plain words first and in formulas after, with the numbers of one wave. */
export function MethodScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const [waveId, setWaveId] = useWaveInAddress();
  const { data } = useSuspenseQuery(trpc.results.method.queryOptions(waveId ? { waveId } : {}));
  const { figures, waves } = data;
  return (
    <article className={classes.root}>
      <PageHeader
        title="Two risks, made from twelve statements and never blended into one"
        meta={
          figures
            ? `${figures.wave.label}, closed on ${longDate(figures.wave.closedOn)}, ${answersText(figures.answers)}`
            : "How this works"
        }
      />
      {figures && (
        <WaveSelect
          waves={waves}
          value={figures.wave.waveId}
          onChange={(chosen) => setWaveId(chosen === waves[0]?.waveId ? undefined : chosen)}
        />
      )}
      <TwoRisks />
      <MethodStatements pilot={data.pilotStatements} />
      <WhatIsShown figures={figures} />
      <MethodFigures figures={figures} />
      {data.funnel.length > 0 && (
        <section>
          <h2>Units against chance</h2>
          <p>
            A unit of few answers lies far from the whole by chance alone. These drawings show how far, and which units
            lie farther. Teams and people are left out: nobody is ranked by this.
          </p>
          {data.funnel.map((funnel) => (
            <Funnel key={funnel.axis} funnel={funnel} />
          ))}
        </section>
      )}
      {figures && <MethodProof org={org} figures={figures} />}
      <Sources />
    </article>
  );
}

function TwoRisks() {
  return (
    <section>
      <h2>What the two risks say</h2>
      <p>
        <strong>Engagement risk</strong> (meaning): is the team losing direction? Confusion, drift, changes that stall.{" "}
        <strong>Delivery risk</strong> (structure): is the team losing delivery? Missed dates, uneven standards,
        avoidable error. Both run from 0 to 100, and higher is worse. Lead when the team needs meaning; manage when it
        needs structure.
      </p>
      <table className={classes.table}>
        <caption>The state of a unit, by both risks</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Delivery risk below {STATE_CUT}</th>
            <th scope="col">Delivery risk {STATE_CUT} or more</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Engagement risk below {STATE_CUT}</th>
            <td>{STATE_LABELS.steady}</td>
            <td>{STATE_LABELS.inspired_but_unreliable}</td>
          </tr>
          <tr>
            <th scope="row">Engagement risk {STATE_CUT} or more</th>
            <td>{STATE_LABELS.busy_but_unsure}</td>
            <td>{STATE_LABELS.drifting}</td>
          </tr>
        </tbody>
      </table>
      <p>
        The state comes from the risks before they are rounded: 39.6 is printed as 40 and is still below the line. Where
        the likely range crosses {STATE_CUT}, “near the line” follows the state. Colours change at{" "}
        {RISK_BREAKS.join(", ")}: the same for every organisation and every wave.
      </p>
      <p>
        Opinions on meaning and on structure move together. So the page says which side a unit is short of only where
        there are enough answers for it, and never in a number.
      </p>
    </section>
  );
}

function WhatIsShown({ figures }: { figures: Method["figures"] }) {
  const k = figures?.k ?? 5;
  const k2 = figures?.k2 ?? 10;
  return (
    <section>
      <h2>What is shown, and what never is</h2>
      <ul>
        <li>Nothing is shown before a wave has closed, not even small counts.</li>
        <li>
          The two risks of a group are shown from {k} answers on; single statements and the gap between a supervisor and
          the team from {k2} on. It is the same for everybody, whatever their role.
        </li>
        <li>
          A group can also be left out to protect a nearby one: if a unit and all of its teams but one were shown, the
          last one could be worked out by subtraction. What is left out depends on how many answered, never on what they
          answered. The page says only “Not shown: too few responses, or needed to protect a nearby team”.
        </li>
        <li>
          Where everybody in a group answered at one end of the scale, the figure is moved in by a little and reads as
          “80 or more” or “20 or less”, so that nobody’s own answers can be read off it.
        </li>
        <li>
          Before results are published, a separate check tries to work out what is not shown, from everything that is.
          If it finds anything, the results are held back.
        </li>
        <li>
          Supervisors’ views stand beside the team’s and are never mixed in. Those of a unit rest on five teams or more;
          those of a team under four people are seen by nobody above its supervisor. Supervisors are never ranked.
        </li>
        <li>
          Counted delivery comes from facts such as overdue dates. Incidents are never counted: it would punish
          reporting.
        </li>
      </ul>
    </section>
  );
}

function Sources() {
  return (
    <section>
      <h2>Sources</h2>
      <p>
        The line at {STATE_CUT} and the colour breaks were set from public figures: the Federal Employee Viewpoint
        Survey 2018 of the US Office of Personnel Management (US public domain) and the Civil Service People Survey
        (Cabinet Office). Contains public sector information licensed under the Open Government Licence v3.0.
      </p>
      <p>
        At the level of whole departments, engagement does not predict delivery in those figures. That is why both stand
        side by side and neither is worked out from the other.
      </p>
    </section>
  );
}
