import { CALL_LABELS, type CallPage, type ModeSpan } from "#contracts/calls.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import classes from "./calls.module.css";
import { headSentence } from "./sentences.ts";

const ENDED: Record<ModeSpan["ended"], (until: string) => string> = {
  holds: () => "Holds now",
  next_call: longDate,
  expired: (until) => `${longDate(until)}, expired`,
};

/** How the team went from one mode to the next, and what was known at each of the own checks. */
export function PastCalls({ page: { timeline, past } }: { page: CallPage }) {
  if (timeline.length < 2 && past.length === 0) return null;
  return (
    <section className={classes.section}>
      <DataTable
        caption="Calls so far"
        columns={[
          { key: "call", header: "Call", cell: (span) => CALL_LABELS[span.call] },
          { key: "from", header: "From", cell: (span) => longDate(span.from) },
          { key: "until", header: "Until", cell: (span) => ENDED[span.ended](span.until ?? "") },
        ]}
        rows={[...timeline].reverse()}
        rowKey={(span) => span.from}
      />
      {past.map((call) => (
        <details key={call.callId} className={classes.fold}>
          <summary>What you knew on {longDate(call.madeOn)}</summary>
          <p>{headSentence(call)}</p>
          <ul className={classes.reasons}>
            {call.made.reasons.map((reason) => (
              <li key={reason.words}>{reason.words}</li>
            ))}
          </ul>
          {call.decided && <p className={classes.soft}>Why you decided otherwise: {call.decided.reason}</p>}
        </details>
      ))}
    </section>
  );
}
