import type { PlanAction } from "#contracts/plans.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import classes from "./plans.module.css";
import { OUTCOME_WORDS, SIDE_WORDS } from "./words.ts";

/** What was done before, with what became of it. */
export function ClosedActions({ actions }: { actions: readonly PlanAction[] }) {
  if (actions.length === 0) return null;
  return (
    <section className={classes.section}>
      <DataTable
        caption="Closed and reviewed"
        columns={[
          { key: "result", header: "Result", cell: (a) => a.result },
          { key: "side", header: "Side", cell: (a) => SIDE_WORDS[a.side], width: "170px" },
          { key: "on", header: "Closed", cell: (a) => longDate(a.closed?.on ?? a.dueOn), width: "170px" },
          { key: "outcome", header: "Became", cell: (a) => (a.closed ? OUTCOME_WORDS[a.closed.outcome].done : "") },
          { key: "learned", header: "Learned", cell: (a) => a.closed?.learned || "Nothing noted" },
        ]}
        rows={[...actions]}
        rowKey={(a) => a.id}
      />
    </section>
  );
}
