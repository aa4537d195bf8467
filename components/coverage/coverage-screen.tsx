"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { CoverageRow } from "#contracts/coverage.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./coverage.module.css";
import { coverageTitle, share } from "./words.ts";

/** What is in place, as shares of teams; support of new supervisors as shares of people. Nobody is named. */
export function CoverageScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.coverage.read.queryOptions());
  const { all, inTime, newSupervisors: fresh } = data;
  const lines: [string, string][] = [
    ["Teams with a purpose", share(all.purposes, all.teams)],
    ["Teams with an open plan", share(all.plans, all.teams)],
    ["Teams with one-to-ones and team reviews", share(all.rhythms, all.teams)],
    ["Requests for help answered in time", inTime ? share(inTime.inTime, inTime.of) : "none due yet"],
  ];
  const support: [string, string][] = [
    ["With a mentor", share(fresh.mentors, fresh.people)],
    ["With both trainings", share(fresh.trainings, fresh.people)],
    ["With a check-in in the last 60 days", share(fresh.checkIns, fresh.people)],
  ];
  if (all.teams === 0) {
    return (
      <>
        <PageHeader title={coverageTitle(data)} meta={data.part.join(", ")} />
        <EmptyState
          title="Here you will see what teams have in place"
          action={<LinkButton href={`/o/${org}/register`}>Register your first team</LinkButton>}
        >
          <p>A purpose, a plan, one-to-ones and team reviews, and support for new supervisors: how many, never who.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={coverageTitle(data)} meta={data.part.join(", ")} />
      <Lines lines={lines} />
      <section className={classes.section}>
        <h2>New supervisors</h2>
        {fresh.people === 0 ? (
          <p>Nobody is in their first twelve months.</p>
        ) : (
          <>
            <Lines lines={support} />
            <p className={classes.soft}>
              {fresh.people === 1 ? "One supervisor is" : `${fresh.people} supervisors are`} in their first twelve
              months. You see how many, never who.
            </p>
          </>
        )}
      </section>
      {data.units.length > 0 && (
        <section className={classes.section}>
          <h2>By unit</h2>
          <DataTable
            caption="Teams with a purpose, an open plan and a rhythm, by unit"
            captionHidden
            columns={columnsOf(org)}
            rows={data.units}
            rowKey={(row) => row.unitId}
          />
        </section>
      )}
    </>
  );
}

function Lines({ lines }: { lines: [string, string][] }) {
  return (
    <dl className={classes.lines}>
      {lines.map(([term, value]) => (
        <div key={term} className={classes.line}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function columnsOf(org: string): Column<CoverageRow>[] {
  return [
    { key: "name", header: "Unit", cell: (row) => <Link href={`/o/${org}/units/${row.unitId}`}>{row.name}</Link> },
    { key: "teams", header: "Teams", align: "end", cell: (row) => row.teams },
    { key: "purposes", header: "Purpose", align: "end", cell: (row) => share(row.purposes, row.teams) },
    { key: "plans", header: "Open plan", align: "end", cell: (row) => share(row.plans, row.teams) },
    { key: "rhythms", header: "Rhythm", align: "end", cell: (row) => share(row.rhythms, row.teams) },
  ];
}
