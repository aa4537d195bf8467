"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { UnitResults } from "#contracts/results-pages.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Heatmap } from "#components/charts/heatmap/heatmap.tsx";
import { Trend } from "#components/charts/trend/trend.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { AspectBars } from "./aspect-bars.tsx";
import { FurtherStatements } from "./further-statements.tsx";
import { useUnitLinks } from "./links.ts";
import { Locked } from "./locked.tsx";
import { NearestShown } from "./nearest-shown.tsx";
import classes from "./results.module.css";
import { TwoFigures } from "./two-figures.tsx";
import { useWaveInAddress } from "./use-wave-in-address.ts";
import { WaitingForResults } from "./waiting.tsx";
import { WaveSelect } from "./wave-select.tsx";
import { allHidden, unitFinding, waveLine } from "./words.ts";

/** One unit or team: the finding, both risks, a question to take along, how it went, and what it is made of. */
export function UnitScreen({ org, unitId }: { org: string; unitId: string }) {
  const trpc = useTRPC();
  const [waveId, setWaveId] = useWaveInAddress();
  const { data: unit } = useSuspenseQuery(trpc.results.unit.queryOptions({ unitId, ...(waveId ? { waveId } : {}) }));
  const path = unit.path.map((step) => ({ label: step.name, href: `/o/${org}/units/${step.unitId}` }));
  if (unit.locked) return <Locked org={org} lock={unit.locked} name={unit.name} path={path} />;
  if (!unit.wave) {
    return (
      <WaitingForResults org={org} next={unit.next}>
        {`Here you will see the engagement risk and the delivery risk of ${unit.name}.`}
      </WaitingForResults>
    );
  }
  return (
    <>
      <PageHeader
        path={path}
        title={unitFinding(unit.name, unit.row, unit.near)}
        meta={`${waveLine(unit.wave.label, unit.row)}${unit.pilotStatements ? ". Pilot statements." : ""}`}
      />
      <div className={classes.chooser}>
        <WaveSelect
          waves={unit.waves}
          value={unit.wave.waveId}
          onChange={(chosen) => setWaveId(chosen === unit.waves[0]?.waveId ? undefined : chosen)}
        />
      </div>
      {unit.row ? <UnitBody org={org} unit={unit} waveId={waveId} /> : <p>It was not part of this wave.</p>}
    </>
  );
}

function UnitBody({ org, unit, waveId }: { org: string; unit: UnitResults; waveId: string | undefined }) {
  const links = useUnitLinks(org, waveId);
  const { row } = unit;
  if (!row) return null;
  const shown = row.engagement.mark === "value" || row.delivery.mark === "value";
  return (
    <>
      {shown ? (
        <TwoFigures row={row} organisation={unit.organisationName} />
      ) : (
        <NearestShown org={org} row={row} nearest={unit.nearest} organisationName={unit.organisationName} />
      )}
      {row.lean && shown && (
        <p className={classes.lean}>
          <strong>Which side?</strong> {row.lean}
        </p>
      )}
      <div className={classes.pair}>
        {unit.visit && (
          <section>
            <h2>A question for your next visit</h2>
            <p className={classes.question}>{unit.visit.question}</p>
            <p className="note">{unit.visit.because}</p>
          </section>
        )}
        {unit.mayBeSeeing.length > 0 && (
          <section>
            <h2>What you may be seeing</h2>
            <ul className={classes.plainList}>
              {unit.mayBeSeeing.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <UnitTrend unitId={unit.unitId} />
      {unit.children && unit.children.rows.length > 0 && (
        <section className={classes.section}>
          <h2>The level below</h2>
          <Heatmap table={unit.children} heading={null} plain {...links} />
        </section>
      )}
      {shown && (
        <section className={classes.section}>
          <h2>The twelve statements</h2>
          {allHidden(row) ? (
            <p className="prose">
              Not shown. Statements are shown for groups of {unit.k2} or more. Ask the same thing in a team meeting:{" "}
              <Link href={`/o/${org}/guide`}>a guide for fifteen minutes</Link>.
            </p>
          ) : (
            <AspectBars row={row} wording="member" />
          )}
        </section>
      )}
      <FurtherStatements of={unit.further} name={unit.name} organisation={unit.organisationName} />
      <p className={classes.section}>
        {unit.notes > 0 && unit.wave && (
          <>
            <Link href={`/o/${org}/notes?wave=${unit.wave.waveId}&unit=${unit.unitId}`}>
              Read the {unit.notes} notes that people wrote
            </Link>
            {". "}
          </>
        )}
        <Link href={`/o/${org}/method`}>How these figures are made</Link>
      </p>
    </>
  );
}

function UnitTrend({ unitId }: { unitId: string }) {
  const trpc = useTRPC();
  const { data: trend } = useSuspenseQuery(trpc.results.trend.queryOptions({ unitId }));
  if (trend.points.length === 0) return null;
  return (
    <section className={classes.section}>
      <Trend trend={trend} />
      {trend.lag && <p className={classes.lean}>{trend.lag}</p>}
    </section>
  );
}
