"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import type { NamedTeams, Overview } from "#contracts/results-pages.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Heatmap, type HeatmapProps } from "#components/charts/heatmap/heatmap.tsx";
import { findingSentence } from "#components/charts/risk/finding.ts";
import { listWords } from "#components/charts/risk/risk.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { unitHref, useUnitLinks } from "./links.ts";
import { OverviewBriefing, OverviewVisits } from "./overview-briefing.tsx";
import classes from "./results.module.css";
import { useCallColumns } from "./use-call-columns.ts";
import { WaitingForResults } from "./waiting.tsx";
import { chanceSentence, changeSentence, waveLine } from "./words.ts";

/** The senior leader's first page: the finding, what clearly changed, where help is needed, the level below. */
export function OverviewScreen({ org, ownTeam }: { org: string; ownTeam?: ReactNode }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.results.overview.queryOptions());
  const links = useUnitLinks(org);
  if (!data.table) {
    return (
      <>
        <WaitingForResults org={org} next={data.next}>
          Here you will see the units below you, what changed, and where you can help.
        </WaitingForResults>
        {ownTeam}
        <OverviewBriefing org={org} />
        <div className={classes.section}>
          <Help org={org} data={data} />
        </div>
      </>
    );
  }
  const { table } = data;
  return (
    <>
      <PageHeader
        title={findingSentence(table)}
        meta={waveLine(`${listWords(data.roots.map((root) => root.name))}, ${table.wave.label}`, {
          answers: data.answers,
          participation: null,
        })}
        action={<LinkButton href={`/o/${org}/results`}>See all results</LinkButton>}
      />
      {ownTeam}
      <OverviewBriefing org={org} />
      <div className={classes.pair}>
        <Changes org={org} data={data} />
        <Help org={org} data={data} />
      </div>
      <section className={classes.section}>
        <h2>The level below</h2>
        <LevelBelow table={table} {...links} />
      </section>
      <OverviewVisits org={org} />
    </>
  );
}

function LevelBelow(props: Pick<HeatmapProps, "table" | "hrefOf" | "onOpen">) {
  return <Heatmap heading={null} plain extra={useCallColumns(props.table)} {...props} />;
}

function Changes({ org, data }: { org: string; data: Overview }) {
  const { since, changes, compared } = data;
  if (since === null) return null;
  if (compared.length === 0) {
    return (
      <section>
        <h2>Since {since}</h2>
        <p>Not compared: that wave asked other statements.</p>
      </section>
    );
  }
  return (
    <section>
      <h2>Since {since}</h2>
      {changes.length === 0 ? (
        <p>No clear change in any unit of 50 answers or more.</p>
      ) : (
        <ul className={classes.plainList}>
          {changes.map((change) => (
            <li key={`${change.unitId} ${change.axis}`}>
              <Link href={unitHref(org, change.unitId)}>{change.name}</Link>: {changeSentence(change)}
            </li>
          ))}
        </ul>
      )}
      {changes.length > 0 && <p className={`note ${classes.after}`}>{chanceSentence(data.changesByChance)}</p>}
      {compared.length === 1 && (
        <p className={`note ${classes.after}`}>
          {compared[0] === "direction" ? "Delivery" : "Engagement"} risk is not compared: that wave asked other
          statements.
        </p>
      )}
    </section>
  );
}

function Help({ org, data }: { org: string; data: Overview }) {
  const { withoutSupervisor, open } = data;
  const nothing = withoutSupervisor.count === 0 && (open === null || open.waiting.count === 0);
  return (
    <section>
      <h2>Where you can help</h2>
      {data.teams === 0 && <p>There is no team here yet.</p>}
      {data.teams > 0 && nothing && <p>Every team has a supervisor, and nobody is waiting for you.</p>}
      <ul className={classes.plainList}>
        {withoutSupervisor.count > 0 && (
          <li>
            {withoutSupervisor.count === 1 ? "One team has" : `${withoutSupervisor.count} teams have`} no supervisor:{" "}
            <Teams org={org} teams={withoutSupervisor} />. Ask HR to name one.
          </li>
        )}
        {open && open.waiting.count > 0 && (
          <li>
            {open.label} is open: {open.waiting.count} of {open.teams} {open.teams === 1 ? "team has" : "teams have"}{" "}
            not been assessed yet: <Teams org={org} teams={open.waiting} />.
          </li>
        )}
        {open && open.waiting.count === 0 && open.teams > 0 && (
          <li>{open.label} is open, and every team is assessed.</li>
        )}
      </ul>
    </section>
  );
}

function Teams({ org, teams }: { org: string; teams: NamedTeams }) {
  const more = teams.count - teams.first.length;
  return (
    <>
      {teams.first.map((team, index) => (
        <span key={team.unitId}>
          {index > 0 && (index === teams.first.length - 1 && more === 0 ? " and " : ", ")}
          <Link href={unitHref(org, team.unitId)}>{team.name}</Link>
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}
