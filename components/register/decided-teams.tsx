"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import type { Registration } from "#contracts/register-views.ts";
import classes from "./register.module.css";
import { people } from "./words.ts";

/** What became of earlier requests. Nothing is drawn while there are none. */
export function DecidedTeams() {
  const trpc = useTRPC();
  const [trail, setTrail] = useState<(string | null)[]>([null]);
  const page = useQuery({
    ...trpc.register.registrations.queryOptions({ waiting: false, cursor: trail.at(-1) ?? null, limit: 25 }),
    placeholderData: keepPreviousData,
  });
  const next = page.data?.nextCursor;
  if (page.isError) {
    return (
      <div className={classes.section}>
        <ErrorState onRetry={() => void page.refetch()} />
      </div>
    );
  }
  if (!page.data || page.data.total === 0) return null;
  return (
    <section className={classes.section}>
      <DataTable<Registration>
        caption="Registered so far"
        rows={page.data.registrations}
        rowKey={(row) => row.id}
        columns={[
          { key: "name", header: "Team", rowHeader: true, cell: (row) => row.name },
          { key: "parent", header: "Below", cell: (row) => row.parentName },
          { key: "people", header: "People", wideOnly: true, cell: (row) => people(row.headcount) },
          {
            key: "asked",
            header: "Asked",
            cell: (row) => `${row.registeredBy}, ${longDate(row.registeredAt.slice(0, 10))}`,
          },
          { key: "state", header: "What became of it", cell: outcome },
        ]}
      />
      <Pager
        label="Registered teams"
        busy={page.isFetching}
        onPrevious={trail.length > 1 ? () => setTrail(trail.slice(0, -1)) : null}
        onNext={next ? () => setTrail([...trail, next]) : null}
      />
    </section>
  );
}

function outcome({ decision, decidedBy, reason }: Registration): string {
  if (decision === "at_once") return "Live at once";
  if (decision === "approved") return `Live, approved by ${decidedBy ?? "HR"}`;
  if (decision === "declined") return `Declined by ${decidedBy ?? "HR"}: ${reason ?? ""}`;
  return "Not decided: the unit above closed";
}
