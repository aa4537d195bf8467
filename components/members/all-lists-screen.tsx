"use client";

import { Button, Select } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { MemberTable } from "./member-table.tsx";
import classes from "./members.module.css";

const FIRST_LISTS = 25;

/** Every list of HR's part: how many stand on each, one of them opened, and the import. */
export function AllListsScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.members.counts.queryOptions());
  const [unitId, setUnitId] = useState<string | null>(null);
  const list = useQuery({ ...trpc.members.list.queryOptions({ unitId: unitId ?? "" }), enabled: unitId !== null });
  const [all, setAll] = useState(false);
  const shown = all ? data.units : data.units.slice(0, FIRST_LISTS);
  const empty = data.units.filter((u) => u.people === 0).length;
  const people = data.people.toLocaleString("en-GB");
  return (
    <>
      <PageHeader
        title={
          data.people === 0 ? "Nobody is on a list yet" : `${people} people are on ${data.units.length - empty} lists`
        }
        meta={
          data.units.length === 0
            ? undefined
            : empty > 0
              ? `${empty} ${empty === 1 ? "list is" : "lists are"} empty.`
              : "Every list has people."
        }
        action={data.units.length > 0 && <LinkButton href={`/o/${org}/members/import`}>Import lists</LinkButton>}
      />
      {data.units.length === 0 ? (
        <EmptyState
          title="There is no team yet"
          action={<LinkButton href={`/o/${org}/register`}>Register your first team</LinkButton>}
        >
          Each team gets a list of the people in it: whoever is on it is asked in a pulse.
        </EmptyState>
      ) : (
        <>
          <Select
            label="Open a list"
            placeholder="Type a part of its name or code"
            searchable
            className={classes.select}
            comboboxProps={{ withinPortal: false }}
            data={data.units.map((u) => ({ value: u.unitId, label: `${u.name} (${u.code})` }))}
            value={unitId}
            onChange={setUnitId}
          />
          {list.data && (
            <section className={classes.card} aria-labelledby="opened">
              <h2 id="opened">{list.data.name}</h2>
              <MemberTable unitId={list.data.unitId} members={list.data.members} />
            </section>
          )}
          <DataTable
            caption={shown.length < data.units.length ? `The first ${shown.length} lists` : "Lists"}
            rows={shown}
            rowKey={(row) => row.unitId}
            columns={[
              {
                key: "name",
                header: "List",
                cell: (row) => (row.isTeam ? row.name : `Directly in ${row.name}`),
              },
              { key: "code", header: "Code", notOnPhone: true, cell: (row) => row.code },
              { key: "people", header: "People", align: "end", cell: (row) => row.people },
              { key: "without", header: "Without an address", align: "end", cell: (row) => row.withoutAddress },
            ]}
          />
          {shown.length < data.units.length && (
            <div className={classes.more}>
              <Button variant="default" onClick={() => setAll(true)}>
                Show all {data.units.length} lists
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}
