import Link from "next/link";
import { DataTable } from "#components/ui/data-table.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import type { PulseDetail } from "#contracts/wave-views.ts";
import { mailWords } from "./pulse-words.ts";
import classes from "./waves.module.css";

/** While lists are confirmed: how far it is, and whom to ask. */
export function PulseConfirming({ org, pulse }: { org: string; pulse: PulseDetail }) {
  const { lists } = pulse;
  const open = lists.lists - lists.confirmed;
  return (
    <section className={classes.section}>
      <h2>Lists</h2>
      <div className={classes.progress}>
        <ProgressLine
          label="Confirmed"
          value={lists.confirmed}
          total={lists.lists}
          words={`${lists.confirmed} of ${lists.lists} lists`}
        />
      </div>
      <p className={classes.quiet}>
        {lists.people.toLocaleString("en-GB")} people are on lists
        {lists.withoutAddress > 0 && `, ${lists.withoutAddress} of them without an address`}. {mailWords(pulse)}{" "}
        <Link href={`/o/${org}/members/all`}>See or import the lists</Link>
      </p>
      <DataTable
        caption={
          open > lists.waiting.length
            ? `The first ${lists.waiting.length} of ${open} still to confirm`
            : "Still to confirm"
        }
        rows={lists.waiting}
        rowKey={(row) => row.unitId}
        empty={<p>Every list is confirmed.</p>}
        columns={[
          { key: "name", header: "List", cell: (row) => row.name },
          { key: "who", header: "Whom to ask", cell: (row) => row.supervisor ?? "Nobody runs it yet" },
          { key: "people", header: "On the list", align: "end", cell: (row) => row.people },
        ]}
      />
    </section>
  );
}
