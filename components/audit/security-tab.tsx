"use client";

import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { AUDIT_WORDS, partWords, securityWords } from "#content/audit-words.ts";
import type { SecurityFilter, SecurityRow } from "#contracts/audit.ts";
import { exportHref } from "./address.ts";
import classes from "./audit.module.css";
import { ExportLink } from "./export-link.tsx";
import { FilterForm } from "./filter-form.tsx";
import { Moment } from "./moment.tsx";
import { PagingControls, usePaging } from "./paging.tsx";

export function SecurityTab({ org, filter }: { org: string; filter: SecurityFilter }) {
  const trpc = useTRPC();
  const paging = usePaging();
  const { data: first } = useSuspenseQuery(trpc.audit.security.queryOptions(filter));
  const asked = useQuery({
    ...trpc.audit.security.queryOptions({ ...filter, cursor: paging.cursor }),
    enabled: paging.cursor !== null,
    placeholderData: keepPreviousData,
  });
  const page = paging.cursor === null ? first : (asked.data ?? first);
  const failed = paging.cursor !== null && asked.isError;
  const kinds = Object.entries(AUDIT_WORDS.security);
  return (
    <>
      <FilterForm org={org} tab="security" given={filter} choice={{ name: "kind", label: "What", options: kinds }} />
      <DataTable<SecurityRow>
        caption="Refusals and sign-ins, newest first"
        captionHidden
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Nothing of that kind happened">
            Refused pages, sign-ins and what the operator did to this organisation stand here.
          </EmptyState>
        }
        columns={[
          { key: "what", header: "What", width: "40%", cell: (row) => securityWords(row.kind) },
          {
            key: "asked",
            header: "Asked for",
            width: "20%",
            cell: (row) => (row.procedure ? partWords(row.procedure) : <span className={classes.soft}>–</span>),
          },
          { key: "who", header: "Who", cell: (row) => row.person ?? "Nobody of this organisation" },
          { key: "when", header: "When", width: "150px", cell: (row) => <Moment at={row.at} zone={page.zone} /> },
        ]}
      />
      <PagingControls
        paging={paging}
        nextCursor={page.nextCursor}
        busy={asked.isFetching}
        failed={failed}
        onRetry={() => void asked.refetch()}
      />
      {page.rows.length > 0 && <ExportLink href={exportHref(org, { tab: "security", filter })} />}
    </>
  );
}
