import { longDate } from "#components/ui/dates.ts";
import { factOrder, factWords, valueWords } from "#content/audit-words.ts";
import type { AuditRow } from "#contracts/audit.ts";
import classes from "./audit.module.css";

type Value = string | number | boolean | null;

/** What it was and what it became, one fact a line; a fact that did not change says so by not being there. */
export function Facts({ row }: { row: AuditRow }) {
  const [before, after] = [row.before ?? {}, row.after ?? {}];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    return was !== is;
  });
  names.sort(factOrder);
  return (
    <span className={classes.facts}>
      {names.map((name) => {
        const [was, is] = [before[name], after[name]];
        return (
          <span key={name}>
            {factWords(name)}:{" "}
            {was !== undefined && is !== undefined && was !== null ? (
              <>
                {words(was)} to <b>{words(is)}</b>
              </>
            ) : (
              <b>{words(is ?? was ?? null)}</b>
            )}
          </span>
        );
      })}
    </span>
  );
}

function words(value: Value): string {
  if (typeof value === "number") return value.toLocaleString("en-GB");
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value);
  // A wall time: the day, and the time of day as it was set.
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) {
    return `${longDate(value.slice(0, 10))}, ${value.slice(11)}`;
  }
  return valueWords(value);
}
