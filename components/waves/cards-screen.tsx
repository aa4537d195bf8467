"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./waves.module.css";

/** Which teams have people without an address, with a sheet of cards to print for each. */
export function CardsScreen({ org, waveId }: { org: string; waveId: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.waves.sheets.queryOptions({ waveId }));
  const cards = data.sheets.reduce((sum, sheet) => sum + sheet.links.length, 0);
  return (
    <>
      <PageHeader
        path={[
          { label: "Waves", href: `/o/${org}/waves` },
          { label: data.waveLabel, href: `/o/${org}/waves/${waveId}` },
        ]}
        title={cards === 0 ? "Nobody needs a printed card" : cardsTitle(cards, data.sheets.length)}
        meta="Each card works once. Nobody’s name is on one, and their order says nothing."
      />
      <div className={classes.bands}>
        <DataTable
          caption="A sheet for each list"
          captionHidden
          rows={data.sheets}
          rowKey={(row) => row.unitId}
          columns={[
            { key: "team", header: "List", cell: (row) => row.team },
            { key: "cards", header: "Cards", align: "end", cell: (row) => row.links.length },
            {
              key: "print",
              header: <span className="visually-hidden">Print</span>,
              align: "end",
              cell: (row) => (
                <a href={`/o/${org}/waves/${waveId}/cards/${row.unitId}`} target="_blank" rel="noreferrer">
                  Sheet to print<span className="visually-hidden"> for {row.team}, in a new tab</span>
                </a>
              ),
            },
          ]}
          empty={<p>Everybody who is invited has an e-mail address.</p>}
        />
      </div>
    </>
  );
}

function cardsTitle(cards: number, lists: number): string {
  return `${cards === 1 ? "1 card" : `${cards.toLocaleString("en-GB")} cards`} for ${lists === 1 ? "one list" : `${lists} lists`}`;
}
