"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { CALL_LABELS, type CallsBelow } from "#contracts/calls.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import classes from "./calls.module.css";
import { countsSentence, planWords } from "./sentences.ts";

/** Calls and plans of the teams in and below a unit, for its line and HR. Nothing for anybody else. */
export function CallsBelowUnit({ org, unitId }: { org: string; unitId: string }) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const allowed = home.permissions.includes("call:read");
  const { data } = useQuery(trpc.calls.below.queryOptions({ unitId }, { enabled: allowed }));
  if (!data || data.teams.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>Calls and plans</h2>
      <p className={classes.counts}>{countsSentence(data)}</p>
      <DataTable
        caption="Call and plan of each team"
        captionHidden
        columns={[
          { key: "name", header: "Team", cell: (team) => <Link href={`/o/${org}/units/${team.id}`}>{team.name}</Link> },
          { key: "call", header: "Call", cell: callWords },
          { key: "plan", header: "Plan", cell: (team) => planWords(team.plan) },
        ]}
        rows={data.teams}
        rowKey={(team) => team.id}
      />
      <p className="note">
        A call is what the team needs now, not how good anybody is. Calls of teams under four people are not shown.
      </p>
    </section>
  );
}

function callWords({ call }: CallsBelow["teams"][number]): string {
  if (!call) return "None";
  const day = longDate(call.madeOn);
  if (call.expired) return `Expired: checked on ${day}`;
  return `${CALL_LABELS[call.holds]}, checked on ${day}${call.decidedOtherwise ? ", decided otherwise" : ""}`;
}
