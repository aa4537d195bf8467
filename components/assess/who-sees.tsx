import { DataTable } from "#components/ui/data-table.tsx";
import classes from "./assess.module.css";

type Line = { what: string; you: string; line: string; hr: string };

const LINES: Line[] = [
  {
    what: "The call, plan, help you asked for, numbers, what is happening, and the two risks you saw",
    you: "Yes",
    line: "Yes",
    hr: "Yes",
  },
  {
    what: "Your twelve answers, how strong each signal is, and the gap to your team",
    you: "Yes",
    line: "Only over five or more teams",
    hr: "Only over five or more teams",
  },
  {
    what: "Your note, your reasons for deciding otherwise, things worth checking, your own mirror",
    you: "Yes",
    line: "No",
    hr: "No",
  },
];

/** Of a small team nothing goes up. */
const SMALL: Line[] = LINES.map((line, index) => (index === 0 ? { ...line, line: "No", hr: "No" } : line));

/** Who sees what, above the form and before anything is typed. */
export function WhoSees({ small, folded }: { small: boolean; folded: boolean }) {
  return (
    <details className={classes.fold} open={!folded}>
      <summary>Who sees what you say</summary>
      <DataTable
        caption="Who sees what you say"
        captionHidden
        columns={[
          { key: "what", header: "What", cell: (row) => row.what, width: "46%" },
          { key: "you", header: "You", cell: (row) => row.you },
          { key: "line", header: "Your line", cell: (row) => row.line },
          { key: "hr", header: "HR", cell: (row) => row.hr },
        ]}
        rows={small ? SMALL : LINES}
        rowKey={(row) => row.what}
      />
      <p className="note">
        {small
          ? "Your team has fewer than four people, so nothing of this is seen above you. It counts only in units of five or more teams. "
          : "Others see it once the wave has closed, and only the parts that you finish. "}
        No decision about a person may rest on it.
      </p>
    </details>
  );
}
