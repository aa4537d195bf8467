"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { PracticesPage } from "#contracts/plans.ts";
import { useTRPC, useTRPCClient } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TeamSelect } from "#components/ui/team-select.tsx";
import classes from "./plans.module.css";
import { useChange } from "./use-change.ts";
import { WaitingForm } from "./waiting-form.tsx";
import { waitingTitle } from "./words.ts";

type Row = PracticesPage["waiting"][number];

/** Whom the team waits for, the longest silence first; and under it what waits for the supervisor's own decision. */
export function WaitingScreen({ org, teamId }: { org: string; teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.plans.practices.queryOptions(teamId ? { teamId } : {}));
  if (!data.team) return <PageHeader title="You have no team yet" />;
  const isOpen = ({ closedOn }: Row) => closedOn === null;
  const [open, decisions] = [data.waiting.filter(isOpen), data.decisions.filter(isOpen)];
  return (
    <div className={classes.page}>
      <TeamSelect teams={data.teams} value={data.team.id} />
      <PageHeader
        path={[{ label: "Now", href: `/o/${org}/now?team=${data.team.id}` }]}
        title={waitingTitle(open[0]?.who ?? null, decisions.length)}
        meta={data.team.name}
      />
      {open.length === 0 ? (
        <EmptyState title="You are not waiting on anybody">
          Put down whom you wait for and what you need, so that nothing is forgotten between two phone calls.
        </EmptyState>
      ) : (
        <DataTable
          caption="Waiting on others"
          captionHidden
          columns={[
            { key: "who", header: "Who", cell: (row) => row.who },
            { key: "needed", header: "What is needed", cell: (row) => row.needed },
            { key: "last", header: "Last contact", cell: (row) => `${longDate(row.lastContactOn)} (${silence(row)})` },
            { key: "do", header: "Now", cell: (row) => <Buttons row={row} today={data.today} /> },
          ]}
          rows={open}
          rowKey={(row) => row.waitingId}
        />
      )}
      {decisions.length > 0 && (
        <section className={classes.section}>
          <h2>Waiting for your decision</h2>
          <DataTable
            caption="Waiting for your decision"
            captionHidden
            columns={[
              { key: "who", header: "Who asks", cell: (row) => row.who },
              { key: "needed", header: "What is needed", cell: (row) => row.needed },
              { key: "since", header: "Since", cell: (row) => `${longDate(row.lastContactOn)} (${silence(row)})` },
              { key: "do", header: "Now", cell: (row) => <Decided row={row} /> },
            ]}
            rows={decisions}
            rowKey={(row) => row.waitingId}
          />
        </section>
      )}
      <WaitingForm
        key={`${data.team.id} ${data.waiting.length} ${data.decisions.length}`}
        teamId={data.team.id}
        today={data.today}
      />
    </div>
  );
}

const silence = ({ silentDays }: Row) =>
  silentDays === 0 ? "today" : `${silentDays} ${silentDays === 1 ? "day" : "days"} ago`;

function Buttons({ row, today }: { row: Row; today: string }) {
  const client = useTRPCClient();
  const change = useChange(client.plans.updateWaiting.mutate, () => undefined);
  const { waitingId } = row;
  return (
    <span className={classes.line}>
      {row.lastContactOn !== today && (
        <Button
          size="sm"
          variant="default"
          loading={change.busy}
          onClick={() => change.run({ waitingId, lastContactOn: today, done: false })}
        >
          Spoke today<span className="visually-hidden"> with {row.who}</span>
        </Button>
      )}
      <Button
        size="sm"
        variant="subtle"
        loading={change.busy}
        aria-label={`It has come: ${row.needed}`}
        onClick={() => change.run({ waitingId, lastContactOn: null, done: true })}
      >
        It has come
      </Button>
    </span>
  );
}

function Decided({ row }: { row: Row }) {
  const client = useTRPCClient();
  const change = useChange(client.plans.updateWaiting.mutate, () => undefined);
  return (
    <Button
      size="sm"
      variant="default"
      loading={change.busy}
      aria-label={`Decided: ${row.needed}`}
      onClick={() => change.run({ waitingId: row.waitingId, lastContactOn: null, done: true })}
    >
      Decided
    </Button>
  );
}
