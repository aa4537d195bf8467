"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, useTransition } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PlanForm } from "./plan-form.tsx";
import { WavesFooter } from "./waves-footer.tsx";
import { SOURCE_WORDS, STATUS_WORDS, wavesTitle } from "./wave-words.ts";

/** HR's list of waves, and planning the next one. */
export function WavesScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<string[]>([]);
  const [turning, turn] = useTransition();
  const [planning, setPlanning] = useState(false);
  const cursor = cursors.at(-1);
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const { data } = useSuspenseQuery(trpc.waves.list.queryOptions(cursor ? { cursor } : {}));
  const mayRun = home.permissions.includes("wave:run");
  const isEmpty = data.waves.length === 0 && cursors.length === 0;
  const plan = mayRun && !planning ? <LinkButton href={`/o/${org}/waves/new`}>Plan a pulse</LinkButton> : null;
  const title = cursors.length > 0 ? "Earlier waves" : wavesTitle(data.waves);
  return (
    <>
      <PageHeader title={title} action={isEmpty ? null : plan} />
      {planning && <PlanForm org={org} k={data.k} onCancel={() => setPlanning(false)} />}
      {isEmpty && !planning && (
        <EmptyState title="A wave is one round" action={plan}>
          In a pulse everybody is asked, without a name, and supervisors give their assessment of each team. Plan the
          first one, then launch it when the structure is right.
        </EmptyState>
      )}
      {!isEmpty && (
        <DataTable
          caption="Waves"
          captionHidden
          columns={[
            {
              key: "label",
              header: "Wave",
              cell: (w) => (mayRun ? <Link href={`/o/${org}/waves/${w.id}`}>{w.label}</Link> : w.label),
            },
            { key: "status", header: "Where it is", cell: (w) => (w.rehearsal ? "Rehearsal" : STATUS_WORDS[w.status]) },
            {
              key: "opened",
              header: "Opened",
              notOnPhone: true,
              cell: (w) => (w.openedOn ? longDate(w.openedOn) : "–"),
            },
            { key: "closed", header: "Closed", cell: (w) => (w.closedOn ? longDate(w.closedOn) : "–") },
            {
              key: "source",
              header: "Team answers",
              cell: (w) => (w.rehearsal ? "Made up" : SOURCE_WORDS[w.source]),
              wideOnly: true,
              notOnPhone: true,
            },
            { key: "k", header: "Smallest group", align: "end", cell: (w) => w.k, wideOnly: true, notOnPhone: true },
          ]}
          rows={data.waves}
          rowKey={(w) => w.id}
        />
      )}
      {mayRun && !planning && cursors.length === 0 && <WavesFooter onByHand={() => setPlanning(true)} />}
      <Pager
        label="Waves"
        busy={turning}
        onPrevious={cursors.length > 0 ? () => turn(() => setCursors(cursors.slice(0, -1))) : null}
        onNext={data.nextCursor ? () => turn(() => setCursors([...cursors, data.nextCursor ?? ""])) : null}
      />
    </>
  );
}
