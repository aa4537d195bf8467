import type { CheckReport } from "#contracts/imports.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { STATEMENTS } from "#content/statements.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { counted, ERROR_WORDS, number } from "./import-words.ts";
import classes from "./imports.module.css";

/** What would be imported, in counts, and what is in the way, by row and column. Never an answer. */
export function CheckResult({ check, label, closedOn }: { check: CheckReport; label: string; closedOn: string }) {
  const facts: [string, string][] = [
    ["Wave", label],
    ["Closed on", closedOn],
    ["People", number(check.respondents)],
    ["Units with answers", number(check.unitsMatched)],
    ["Units without", number(check.unitsWithout)],
    [`Units under ${check.k} people`, number(check.unitsTooSmall)],
  ];
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {check.rowsWithErrors > 0 && <Errors check={check} />}
      {check.counted < check.respondents && (
        <p className={classes.quiet}>
          {counted(check.respondents - check.counted, "person has", "people have")} answered fewer than three statements
          of one half and will count nowhere.
        </p>
      )}
      <section className={classes.section} aria-labelledby="answered-title">
        <h2 id="answered-title">How many people answered each statement</h2>
        <DataTable
          caption="How many people answered each statement"
          captionHidden
          columns={[
            { key: "statement", header: "Statement", cell: (s) => `${s.code} ${s.member}` },
            {
              key: "n",
              header: "People",
              align: "end",
              width: "120px",
              cell: (s) => number(check.answered[STATEMENT_CODES.indexOf(s.code)] ?? 0),
            },
          ]}
          rows={STATEMENT_CODES.map((code) => STATEMENTS[code])}
          rowKey={(s) => s.code}
        />
      </section>
    </>
  );
}

function Errors({ check }: { check: CheckReport }) {
  const kinds = Object.entries(check.errorTotals) as [keyof typeof ERROR_WORDS, number][];
  const shown = check.errors.length;
  const all = kinds.reduce((sum, [, n]) => sum + n, 0);
  return (
    <section aria-labelledby="errors-title">
      <h2 id="errors-title">What has to be corrected</h2>
      <ul className={classes.totals}>
        {kinds.map(([kind, n]) => (
          <li key={kind}>
            {ERROR_WORDS[kind]}: {number(n)} times
          </li>
        ))}
      </ul>
      <DataTable
        caption={shown < all ? `The first ${shown} of ${number(all)} errors` : "Every error"}
        columns={[
          { key: "row", header: "Row", cell: (e) => number(e.row), width: "96px" },
          { key: "column", header: "Column", cell: (e) => e.column ?? "The whole row" },
          { key: "kind", header: "What is wrong", cell: (e) => ERROR_WORDS[e.kind] },
        ]}
        rows={check.errors.map((e, i) => ({ ...e, key: String(i) }))}
        rowKey={(e) => e.key}
      />
      <p className={classes.quiet}>Rows are counted as a spreadsheet counts them: row 1 holds the headings.</p>
    </section>
  );
}
