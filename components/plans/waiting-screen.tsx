"use client";

import { Button, TextInput } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { PracticesPage } from "#contracts/plans.ts";
import { useTRPC, useTRPCClient } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TeamSelect } from "#components/ui/team-select.tsx";
import classes from "./plans.module.css";
import { useChange } from "./use-change.ts";

type Row = PracticesPage["waiting"][number];

/** One list: who, what is needed, last contact. The longest silence first. */
export function WaitingScreen({ org, teamId }: { org: string; teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.plans.practices.queryOptions(teamId ? { teamId } : {}));
  if (!data.team) return <PageHeader title="You have no team yet" />;
  const open = data.waiting.filter(({ closedOn }) => closedOn === null);
  const [longest] = open;
  return (
    <div className={classes.page}>
      <TeamSelect teams={data.teams} value={data.team.id} />
      <PageHeader
        path={[{ label: "Now", href: `/o/${org}/now?team=${data.team.id}` }]}
        title={longest ? `Longest without a word: ${longest.who}` : "You are not waiting on anybody"}
        meta={data.team.name}
      />
      {open.length === 0 ? (
        <EmptyState title="Nothing on the list">
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
      <AddForm key={data.waiting.length} teamId={data.team.id} today={data.today} />
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

function AddForm({ teamId, today }: { teamId: string; today: string }) {
  const client = useTRPCClient();
  const [who, setWho] = useState("");
  const [needed, setNeeded] = useState("");
  const [lastContactOn, setLast] = useState(today);
  const change = useChange(client.plans.addWaiting.mutate, () => undefined);
  function send(event: FormEvent) {
    event.preventDefault();
    change.run({ teamId, who, needed, lastContactOn });
  }
  const listed = (["who", "needed", "lastContactOn", "form"] as const).flatMap((name) =>
    change.errors[name] ? [{ field: name === "form" ? "who" : name, message: change.errors[name] }] : [],
  );
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <h2>Add to the list</h2>
      <ErrorSummary errors={listed} attempt={change.attempt} />
      <Field id="who" label="Whom are you waiting for?" error={change.errors.who}>
        {(control) => (
          <TextInput {...control} maxLength={120} value={who} onChange={(e) => setWho(e.currentTarget.value)} />
        )}
      </Field>
      <Field id="needed" label="What do you need?" error={change.errors.needed}>
        {(control) => (
          <TextInput {...control} maxLength={300} value={needed} onChange={(e) => setNeeded(e.currentTarget.value)} />
        )}
      </Field>
      <Field id="lastContactOn" label="Last contact" error={change.errors.lastContactOn}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max={today}
            value={lastContactOn}
            onChange={(e) => setLast(e.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" loading={change.busy}>
        Add
      </Button>
    </form>
  );
}
