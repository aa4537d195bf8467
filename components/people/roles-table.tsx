"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import type { AssignmentView } from "#contracts/people.ts";
import { ROLE_LABELS } from "#contracts/roles.ts";
import classes from "./people.module.css";
import { datesWords, roleWords, STATE_WORDS } from "./words.ts";

const isOver = (a: AssignmentView) => a.state === "ended" || a.state === "revoked";

/** Roles in force and to come first, past ones below. */
export function RolesTable({
  assignments,
  personName,
  onChanged,
}: {
  assignments: AssignmentView[];
  personName: string;
  onChanged: () => Promise<unknown>;
}) {
  const trpc = useTRPC();
  const [asking, setAsking] = useState<AssignmentView | null>(null);
  const revoke = useMutation(trpc.people.revoke.mutationOptions({ onSuccess: onChanged }));
  const rows = [...assignments.filter((a) => !isOver(a)), ...assignments.filter(isOver)];
  return (
    <>
      <ErrorSummary errors={revoke.error ? [{ field: "roles", message: readError(revoke.error).message }] : []} />
      <div id="roles" tabIndex={-1}>
        <DataTable<AssignmentView>
          caption="Roles"
          rows={rows}
          rowKey={(a) => a.id}
          empty={
            <EmptyState title={`${personName} has no role yet`}>
              Without a role there is nothing for them to see here. Give one below.
            </EmptyState>
          }
          columns={[
            {
              key: "role",
              header: "Role",
              width: "24%",
              cell: (a) => (
                <>
                  {ROLE_LABELS[a.role]}
                  {a.deputyFor && <span className={classes.soft}> (for {a.deputyFor})</span>}
                </>
              ),
            },
            {
              key: "where",
              header: "Where",
              width: "24%",
              cell: (a) => (a.unitKind === "organisation" ? "The whole organisation" : a.unitName),
            },
            { key: "dates", header: "Dates", cell: datesWords },
            {
              key: "state",
              header: "State",
              width: "120px",
              cell: (a) => <span className={isOver(a) ? classes.soft : undefined}>{STATE_WORDS[a.state]}</span>,
            },
            {
              key: "act",
              header: <span className="visually-hidden">Change</span>,
              align: "end",
              cell: (a) =>
                isOver(a) ? null : (
                  <Button
                    variant="default"
                    size="xs"
                    onClick={() => setAsking(a)}
                    aria-label={`Take back: ${roleWords(a)}`}
                  >
                    Take back
                  </Button>
                ),
            },
          ]}
        />
      </div>
      <Confirm
        opened={asking !== null}
        danger
        title="Take this role back?"
        confirm="Take it back"
        busy={revoke.isPending}
        onClose={() => setAsking(null)}
        onConfirm={() => asking && revoke.mutate({ assignmentId: asking.id }, { onSettled: () => setAsking(null) })}
      >
        {asking && `${roleWords(asking)}. It ends at once, and so does the role of anybody who stands in for it.`}
      </Confirm>
    </>
  );
}
