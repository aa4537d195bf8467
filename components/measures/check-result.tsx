"use client";

import { Button } from "@mantine/core";
import { type MeasureCheck, type MeasureUpload, MEASURE_SCALES } from "#contracts/measures.ts";
import { readError } from "#components/api/errors.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import classes from "./measures.module.css";

const SHOWN = 20;

/** The dry run: what would be kept, what names no unit, and what is wrong. */
export function CheckResult({
  check,
  upload,
  busy,
  error,
  onAgain,
  onKeep,
}: {
  check: MeasureCheck;
  upload: MeasureUpload;
  busy: boolean;
  error: unknown;
  onAgain: () => void;
  onKeep: () => void;
}) {
  const { rows, unknown, problems, empty } = check;
  const failed = error ? readError(error).message : null;
  const changed = rows.filter(({ was, value }) => was !== null && was !== value).length;
  const fresh = rows.filter(({ was }) => was === null).length;
  const may = rows.length > 0 && problems.length === 0;
  return (
    <>
      <ErrorSummary errors={failed ? [{ field: "keep", message: failed }] : []} />
      <h2>
        {rows.length === 0
          ? "Nothing would be kept"
          : `${rows.length === 1 ? "One figure" : `${rows.length} figures`} of “${upload.title}” would be kept`}
      </h2>
      <p className={classes.gap}>
        {fresh} new, {changed} changed, {rows.length - fresh - changed} as before. Scale:{" "}
        {MEASURE_SCALES[upload.scale].label}.
        {empty > 0 && ` ${empty === 1 ? "One row has" : `${empty} rows have`} no figure.`}
      </p>
      {problems.length > 0 && (
        <section className={classes.gap}>
          <h3>Wrong in the file: nothing is kept until this is mended</h3>
          <ul className={classes.list}>
            {problems.map(({ row, message }) => (
              <li key={`${row} ${message}`}>
                Row {row}: {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unknown.length > 0 && (
        <section className={classes.gap}>
          <h3>These name no unit of the organisation and are left out</h3>
          <p>{unknown.join(", ")}</p>
        </section>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={rows.length > SHOWN ? `The first ${SHOWN} of ${rows.length}` : "All of them"}
          columns={[
            { key: "name", header: "Unit", cell: (row) => row.name },
            { key: "year", header: "Year", align: "end", cell: (row) => row.year },
            { key: "was", header: "Now", align: "end", cell: (row) => row.was ?? "–" },
            { key: "value", header: "Would be", align: "end", cell: (row) => row.value },
          ]}
          rows={rows.slice(0, SHOWN)}
          rowKey={(row) => `${row.unitId} ${row.year}`}
        />
      )}
      <div className={classes.buttons}>
        {may && (
          <Button id="keep" loading={busy} onClick={onKeep}>
            Keep these figures
          </Button>
        )}
        <Button variant="default" onClick={onAgain}>
          Go back
        </Button>
      </div>
    </>
  );
}
