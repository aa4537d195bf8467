"use client";

import { Button } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { longDate } from "#components/ui/dates.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { SearchForm } from "#components/ui/search-form.tsx";
import type { InstalledOrganisation, InstalledOrganisations } from "#contracts/organisations.ts";
import { InstallForm } from "./install-form.tsx";
import classes from "./organisations.module.css";

/** How many there are, while they fit on one page. */
function installationTitle({ organisations, nextCursor }: InstalledOrganisations): string {
  if (nextCursor) return "Organisations of this installation";
  if (organisations.length === 0) return "No organisation yet";
  const suspended = organisations.filter((o) => o.status !== "active").length;
  const many = organisations.length === 1 ? "One organisation" : `${organisations.length} organisations`;
  return suspended === 0
    ? `${many}, ${organisations.length === 1 ? "active" : "all active"}`
    : `${many}, ${suspended} suspended`;
}

/** The operator's page: names, addresses and states. No people and no results. */
export function InstallationScreen() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.installation.pathKey() });
  const [search, setSearch] = useState("");
  const [trail, setTrail] = useState<(string | null)[]>([null]);
  const cursor = trail.at(-1) ?? null;
  const isFirst = search === "" && cursor === null;
  const { data: first } = useSuspenseQuery(trpc.installation.list.queryOptions({}));
  const asked = useQuery({
    ...trpc.installation.list.queryOptions({ ...(search ? { search } : {}), cursor }),
    enabled: !isFirst,
    placeholderData: keepPreviousData,
  });
  const page = isFirst ? first : (asked.data ?? first);
  const suspend = useMutation(trpc.installation.suspend.mutationOptions({ onSuccess: refresh }));
  const reinstate = useMutation(trpc.installation.reinstate.mutationOptions({ onSuccess: refresh }));
  const [asking, setAsking] = useState<InstalledOrganisation | null>(null);
  const failed = suspend.error ?? reinstate.error;

  function find(words: string) {
    setSearch(words);
    setTrail([null]);
  }

  return (
    <main className={classes.narrow}>
      <p className={classes.brand}>Bearing</p>
      <ErrorSummary errors={failed ? [{ field: "list", message: readError(failed).message }] : []} />
      <PageHeader
        path={[{ label: "Your organisations", href: "/organisations" }]}
        title={installationTitle(first)}
        meta="You create and suspend them. You see no people and no results."
      />
      <SearchForm label="Name or address" busy={asked.isFetching && !isFirst} onSearch={find} />
      <div id="list" tabIndex={-1}>
        {asked.isError && !isFirst ? (
          <ErrorState onRetry={() => void asked.refetch()} />
        ) : (
          <DataTable<InstalledOrganisation>
            caption="Organisations, by name"
            captionHidden
            rows={page.organisations}
            rowKey={(o) => o.slug}
            empty={
              <EmptyState title={search ? "No organisation is called that" : "There is no organisation yet"}>
                {search ? "Look for a part of the name." : "Create the first one below."}
              </EmptyState>
            }
            columns={[
              { key: "name", header: "Name", cell: (o) => o.name },
              { key: "slug", header: "Address", cell: (o) => <span className={classes.address}>/o/{o.slug}</span> },
              { key: "created", header: "Created", cell: (o) => longDate(o.createdAt.slice(0, 10)) },
              {
                key: "status",
                header: "State",
                cell: (o) => (o.status === "active" ? "Active" : <strong>Suspended</strong>),
              },
              {
                key: "act",
                header: <span className="visually-hidden">Change</span>,
                align: "end",
                cell: (o) =>
                  o.status === "active" ? (
                    <Button variant="default" size="xs" aria-label={`Suspend ${o.name}`} onClick={() => setAsking(o)}>
                      Suspend
                    </Button>
                  ) : (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={`Let ${o.name} in again`}
                      loading={reinstate.isPending}
                      onClick={() => reinstate.mutate({ slug: o.slug })}
                    >
                      Let in again
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </div>
      <Pager
        label="Organisations"
        busy={asked.isFetching}
        onPrevious={trail.length > 1 ? () => setTrail(trail.slice(0, -1)) : null}
        onNext={page.nextCursor ? () => setTrail([...trail, page.nextCursor]) : null}
      />
      <section className={classes.section}>
        <h2>Create an organisation</h2>
        <InstallForm onCreated={refresh} />
      </section>
      <Confirm
        opened={asking !== null}
        danger
        title={`Suspend ${asking?.name ?? ""}?`}
        confirm="Suspend this organisation"
        busy={suspend.isPending}
        onClose={() => setAsking(null)}
        onConfirm={() => asking && suspend.mutate({ slug: asking.slug }, { onSettled: () => setAsking(null) })}
      >
        Everybody in it is shut out from their next click on. Nothing is deleted, and you can let it in again.
      </Confirm>
    </main>
  );
}
