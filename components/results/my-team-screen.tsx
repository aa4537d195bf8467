"use client";

import { NativeSelect } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useId } from "react";
import type { MyTeam } from "#contracts/results-pages.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { teamIn } from "./address.ts";
import { AspectBars } from "./aspect-bars.tsx";
import { FurtherStatements } from "./further-statements.tsx";
import { Locked } from "./locked.tsx";
import { NearestShown } from "./nearest-shown.tsx";
import { OwnAnswers } from "./own-answers.tsx";
import classes from "./results.module.css";
import { useWaveInAddress } from "./use-wave-in-address.ts";
import { WaitingForResults } from "./waiting.tsx";
import { WaveSelect } from "./wave-select.tsx";
import { allHidden, gapSentence, unitFinding, waveLine } from "./words.ts";

/** A supervisor's own team: six aspects of meaning and structure, the team beside the own view. */
export function MyTeamScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const params = useSearchParams();
  const [waveId, setWaveId] = useWaveInAddress();
  const teamId = teamIn(Object.fromEntries(params));
  const { data } = useSuspenseQuery(
    trpc.results.myTeam.queryOptions({ ...(teamId ? { teamId } : {}), ...(waveId ? { waveId } : {}) }),
  );
  if (!data.team) {
    return (
      <>
        <PageHeader title="You do not supervise a team yet" />
        <EmptyState title="Your team will be here once HR has named you as its supervisor." />
      </>
    );
  }
  const choosers = (
    <div className={classes.chooser}>
      <TeamSelect teams={data.teams} value={data.team.unitId} />
      {data.wave && !data.locked && (
        <WaveSelect
          waves={data.waves}
          value={data.wave.waveId}
          onChange={(chosen) => setWaveId(chosen === data.waves[0]?.waveId ? undefined : chosen)}
        />
      )}
    </div>
  );
  if (data.locked) {
    return <Locked org={org} lock={data.locked} name={data.team.name} chooser={choosers} />;
  }
  if (!data.wave) {
    return (
      <WaitingForResults org={org} next={data.next}>
        Here you will see how your team answered, beside your own view.
      </WaitingForResults>
    );
  }
  return (
    <>
      <PageHeader
        title={unitFinding(data.team.name, data.row, data.near)}
        meta={`${waveLine(data.wave.label, data.row)}${data.pilotStatements ? ". Pilot statements." : ""}`}
      />
      {choosers}
      <MyTeamBody org={home.slug} data={data} organisationName={home.name} />
    </>
  );
}

function MyTeamBody({ org, data, organisationName }: { org: string; data: MyTeam; organisationName: string }) {
  const { row, own, gap } = data;
  const shown = row?.engagement.mark === "value" || row?.delivery.mark === "value";
  const hiddenStatements = row !== null && allHidden(row);
  const gaps = row
    ? [
        gapSentence(gap.engagement, "meaning", row.engagement, own?.engagement ?? null),
        gapSentence(gap.delivery, "structure", row.delivery, own?.delivery ?? null),
      ].filter((sentence) => sentence !== null)
    : [];
  return (
    <>
      {!row && <p>Your team was not part of this wave.</p>}
      {row && !shown && <NearestShown org={org} row={row} nearest={data.nearest} organisationName={organisationName} />}
      {row && (
        <>
          {shown && gaps.length > 0 && (
            <div className={classes.gaps}>
              {gaps.map((sentence) => (
                <p key={sentence} className="prose">
                  {sentence}
                </p>
              ))}
            </div>
          )}
          {shown && hiddenStatements && data.k2 !== null && (
            <p className={classes.aside}>
              Your team’s statements are shown from {data.k2} answers on. Ask the same thing in your team meeting:{" "}
              <Link href={`/o/${org}/guide`}>a guide for fifteen minutes</Link>.
            </p>
          )}
          {(own || !hiddenStatements) && (
            <section className={classes.section}>
              <h2>Statement by statement</h2>
              {!own && (
                <p className={classes.aside}>You gave no assessment in this wave, so your own view is not drawn.</p>
              )}
              <AspectBars row={row} own={own?.statements ?? null} wording="member" />
            </section>
          )}
        </>
      )}
      <FurtherStatements of={data.further} name={data.team?.name ?? ""} organisation={organisationName} />
      {own && data.wave && <OwnAnswers answers={own.answers} wave={data.wave.label} />}
      {data.visit && (
        <section className={classes.section}>
          <h2>Ask your team</h2>
          <p className={classes.question}>{data.visit.question}</p>
          <p className="note">{data.visit.because}</p>
        </section>
      )}
      {data.notes > 0 && data.team && data.wave && (
        <p className={classes.section}>
          <Link href={`/o/${org}/notes?wave=${data.wave.waveId}&unit=${data.team.unitId}`}>
            Read the {data.notes} notes that your team wrote
          </Link>
        </p>
      )}
    </>
  );
}

function TeamSelect({ teams, value }: { teams: MyTeam["teams"]; value: string }) {
  const id = useId();
  const path = usePathname();
  const router = useRouter();
  if (teams.length < 2) return null;
  return (
    <div className={classes.select}>
      <label htmlFor={id} className={classes.label}>
        Team
      </label>
      <NativeSelect
        id={id}
        size="sm"
        value={value}
        onChange={(event) => router.push(`${path}?team=${event.currentTarget.value}`)}
        data={teams.map((team) => ({ value: team.unitId, label: team.name }))}
      />
    </div>
  );
}
