"use client";

import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { SearchForm } from "#components/ui/search-form.tsx";
import type { PersonRow } from "#contracts/people.ts";
import { ROLE_LABELS } from "#contracts/roles.ts";
import classes from "./people.module.css";
import { peopleTitle } from "./words.ts";

/** Who is here and with which roles. */
export function PeopleScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [trail, setTrail] = useState<(string | null)[]>([null]);
  const cursor = trail.at(-1) ?? null;
  const { data: first } = useSuspenseQuery(trpc.people.list.queryOptions({}));
  const isFirst = search === "" && cursor === null;
  const asked = useQuery({
    ...trpc.people.list.queryOptions({ ...(search ? { search } : {}), cursor }),
    enabled: !isFirst,
    placeholderData: keepPreviousData,
  });
  const page = isFirst ? first : (asked.data ?? first);

  function find(words: string) {
    setSearch(words);
    setTrail([null]);
  }

  return (
    <>
      <PageHeader
        title={peopleTitle(page.total, search)}
        meta={
          first.everywhere ? "Everybody in the organisation." : "People with a role in your part of the organisation."
        }
        action={<LinkButton href={`/o/${org}/people/new`}>Add a person</LinkButton>}
      />
      <SearchForm label="Name or e-mail address" busy={asked.isFetching && !isFirst} onSearch={find} />
      {asked.isError && !isFirst ? (
        <ErrorState onRetry={() => void asked.refetch()} />
      ) : (
        <>
          <DataTable<PersonRow>
            caption="People, by name"
            captionHidden
            rowKey={(row) => row.id}
            rows={page.people}
            empty={
              <EmptyState title={search ? "Nobody matches" : "Nobody is here yet"}>
                {search ? "Look for a part of the name, or of the e-mail address." : "Add the first person."}
              </EmptyState>
            }
            columns={[
              {
                key: "name",
                header: "Name",
                width: "28%",
                cell: (row) => <Link href={`/o/${org}/people/${row.id}`}>{row.name}</Link>,
              },
              { key: "email", header: "E-mail", width: "30%", cell: (row) => row.email },
              { key: "roles", header: "Roles", cell: (row) => <Roles row={row} /> },
              {
                key: "status",
                header: "State",
                width: "110px",
                cell: (row) => (row.status === "active" ? "Active" : <strong>Suspended</strong>),
              },
            ]}
          />
          <Pager
            label="People"
            busy={asked.isFetching}
            onPrevious={trail.length > 1 ? () => setTrail(trail.slice(0, -1)) : null}
            onNext={page.nextCursor ? () => setTrail([...trail, page.nextCursor]) : null}
          />
        </>
      )}
    </>
  );
}

function Roles({ row }: { row: PersonRow }) {
  if (row.roles.length === 0) return <span className={classes.soft}>None</span>;
  return (
    <span className={classes.roles}>
      {row.roles.map((r) => (
        <span key={`${r.role}-${r.unitName}-${r.isDeputy}`}>
          {ROLE_LABELS[r.role]}, {r.unitName}
          {r.isDeputy && " (deputy)"}
        </span>
      ))}
    </span>
  );
}
