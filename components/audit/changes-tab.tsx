"use client";

import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { AUDIT_WORDS, actionWords } from "#content/audit-words.ts";
import type { AuditFilter, AuditRow } from "#contracts/audit.ts";
import { exportHref } from "./address.ts";
import { ExportLink } from "./export-link.tsx";
import { Facts } from "./facts.tsx";
import { FilterForm } from "./filter-form.tsx";
import { Moment } from "./moment.tsx";
import { PagingControls, usePaging } from "./paging.tsx";

export function ChangesTab({ org, filter }: { org: string; filter: AuditFilter }) {
  const trpc = useTRPC();
  const paging = usePaging();
  const { data: first } = useSuspenseQuery(trpc.audit.list.queryOptions(filter));
  const asked = useQuery({
    ...trpc.audit.list.queryOptions({ ...filter, cursor: paging.cursor }),
    enabled: paging.cursor !== null,
    placeholderData: keepPreviousData,
  });
  const page = paging.cursor === null ? first : (asked.data ?? first);
  const failed = paging.cursor !== null && asked.isError;
  const filtered = Object.keys(filter).length > 0;
  const actions = Object.entries(AUDIT_WORDS.actions).sort((a, b) => a[1].localeCompare(b[1]));
  return (
    <>
      <FilterForm org={org} tab="changes" given={filter} choice={{ name: "action", label: "What", options: actions }} />
      <DataTable<AuditRow>
        caption="Changes, newest first"
        captionHidden
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={filtered ? "Nothing of that kind happened" : "Nothing has been changed yet"}>
            {filtered ? "Widen the dates, or choose everything." : "Every change will stand here."}
          </EmptyState>
        }
        columns={[
          {
            key: "what",
            header: "What",
            width: "24%",
            rowHeader: true,
            cell: (row) => actionWords(row.action),
          },
          { key: "subject", header: "To what", width: "20%", cell: (row) => row.subject },
          { key: "facts", header: "Details", cell: (row) => <Facts row={row} /> },
          {
            key: "who",
            header: "Who",
            width: "16%",
            cell: (row) => row.actor,
          },
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
      {page.rows.length > 0 && <ExportLink href={exportHref(org, { tab: "changes", filter })} />}
    </>
  );
}
