"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { CountedWeek, type MovePlaybook, type PlaybookRun } from "#contracts/plans.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import { Field } from "#components/ui/field.tsx";
import classes from "./plans.module.css";
import own from "./practices.module.css";

const SHOWN = 6;

/** The weekly count of a backlog: what came in, what was closed. */
export function CountWeek({
  run,
  lastWeekOf,
  busy,
  onCount,
}: {
  run: PlaybookRun;
  lastWeekOf: string;
  busy: boolean;
  onCount: (event: MovePlaybook["event"]) => void;
}) {
  const [arrivals, setArrivals] = useState("");
  const [closures, setClosures] = useState("");
  const [tried, setTried] = useState(false);
  const week = CountedWeek.safeParse({
    weekOf: lastWeekOf,
    arrivals: arrivals === "" ? null : Number(arrivals),
    closures: closures === "" ? null : Number(closures),
  });
  const wrong = (field: string) =>
    tried && !week.success && week.error.issues.some(({ path }) => path[0] === field)
      ? "Enter a whole number, 0 or more."
      : undefined;
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!week.success) return;
    onCount({ type: "count", ...week.data });
    setTried(false);
    setArrivals("");
    setClosures("");
  }
  const counted = run.state.counted.slice(-SHOWN).reverse();
  const isCounted = counted.some(({ weekOf }) => weekOf === lastWeekOf);
  const inputs = [
    { key: "arrivals", label: "Came in", value: arrivals, set: setArrivals },
    { key: "closures", label: "Closed", value: closures, set: setClosures },
  ];
  return (
    <div>
      {counted.length > 0 && (
        <DataTable
          caption={<span className={own.caption}>Counted so far</span>}
          columns={[
            { key: "week", header: "Week of", cell: (w) => longDate(w.weekOf) },
            { key: "arrivals", header: "Came in", align: "end", cell: (w) => w.arrivals },
            { key: "closures", header: "Closed", align: "end", cell: (w) => w.closures },
          ]}
          rows={counted}
          rowKey={(w) => w.weekOf}
        />
      )}
      <form onSubmit={send} noValidate className={own.count}>
        <p className={classes.tag}>
          {isCounted ? "Put right" : "Count"} the week of {longDate(lastWeekOf)}
        </p>
        <div className={classes.two}>
          {inputs.map(({ key, label, value, set }) => (
            <Field key={key} id={`${run.runId}-${key}`} label={label} error={wrong(key)}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="numeric"
                  value={value}
                  onChange={(e) => set(e.currentTarget.value.trim())}
                />
              )}
            </Field>
          ))}
        </div>
        <Button type="submit" variant="default" loading={busy}>
          Keep this count
        </Button>
      </form>
    </div>
  );
}
