"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { Banner } from "#components/ui/banner.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { UNIT_KIND_LABELS } from "#contracts/register.ts";
import type { StructureChange, StructureError, StructurePreview } from "#contracts/structure.ts";
import { CHANGE_LABELS, changeInWords, countsInWords } from "./import-words.ts";
import classes from "./register.module.css";

/** The difference, or the errors; then the second step. */
export function ImportCheck({
  preview,
  fileName,
  busy,
  error,
  onAgain,
  onApply,
}: {
  preview: StructurePreview;
  fileName: string;
  busy: boolean;
  error: unknown;
  onAgain: () => void;
  onApply: (confirmation: string | null) => void;
}) {
  const changed = preview.changes.length > 0;
  return preview.errorCount > 0 ? (
    <>
      <Errors preview={preview} fileName={fileName} />
      <div className={`${classes.buttons} ${classes.section}`}>
        <Button onClick={onAgain}>Choose the mended file</Button>
      </div>
    </>
  ) : (
    <>
      <h2>{changed ? countsInWords(preview.counts) : "Nothing would change"}</h2>
      <p className={classes.note}>
        {fileName}, {preview.rows.toLocaleString("en-GB")} rows
        {preview.layout === "two-level" && ", read as units of two levels"}.
        {preview.ignored.length > 0 && ` Columns that mean nothing here: ${preview.ignored.join(", ")}.`}
      </p>
      {changed && (
        <DataTable<StructureChange>
          caption={
            preview.changes.length < total(preview)
              ? `The first ${preview.changes.length} of ${total(preview).toLocaleString("en-GB")} changes`
              : "What would change"
          }
          rows={preview.changes}
          rowKey={(row) => `${row.change}-${row.code}-${row.after}`}
          columns={[
            { key: "name", header: "Unit or team", rowHeader: true, cell: (row) => row.name },
            { key: "change", header: "Change", cell: (row) => CHANGE_LABELS[row.change] },
            { key: "what", header: "From and to", cell: changeInWords },
            { key: "code", header: "Code", cell: (row) => row.code },
            { key: "kind", header: "Kind", wideOnly: true, cell: (row) => UNIT_KIND_LABELS[row.kind] },
          ]}
        />
      )}
      <div className={classes.section}>
        {changed ? (
          <ApplyForm preview={preview} busy={busy} error={error} onAgain={onAgain} onApply={onApply} />
        ) : (
          <Button variant="default" onClick={onAgain}>
            Choose another file
          </Button>
        )}
      </div>
    </>
  );
}

function total({ counts }: StructurePreview): number {
  return counts.created + counts.renamed + counts.moved + counts.closed + counts.edited + counts.supervisors;
}

function Errors({ preview, fileName }: { preview: StructurePreview; fileName: string }) {
  const { errors, errorCount } = preview;
  const words = errorCount === 1 ? "One thing" : `${errorCount.toLocaleString("en-GB")} things`;
  return (
    <>
      <div className={classes.gap}>
        <Banner tone="problem">
          {words} in {fileName} must be mended first. Nothing was changed.
        </Banner>
      </div>
      <DataTable<StructureError>
        caption={errors.length < errorCount ? `The first ${errors.length}, by row` : "By row of the file"}
        rows={errors}
        rowKey={(row) => `${row.row}-${row.column}-${row.message}`}
        columns={[
          {
            key: "row",
            header: "Row",
            width: "90px",
            cell: (row) => (row.row === 0 ? "Whole file" : `Row ${row.row}`),
          },
          { key: "column", header: "Column", width: "180px", cell: (row) => row.column ?? "" },
          { key: "message", header: "What is wrong", cell: (row) => row.message },
        ]}
      />
    </>
  );
}

function ApplyForm({
  preview,
  busy,
  error,
  onAgain,
  onApply,
}: {
  preview: StructurePreview;
  busy: boolean;
  error: unknown;
  onAgain: () => void;
  onApply: (confirmation: string | null) => void;
}) {
  const [typed, setTyped] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const failed = error ? readError(error) : null;
  const wrong = missing ?? failed?.message ?? null;
  const phrase = preview.confirmation;
  function send(event: FormEvent) {
    event.preventDefault();
    setAttempt((n) => n + 1);
    const right = phrase === null || typed.trim().toLowerCase() === phrase;
    setMissing(right ? null : `Type "${phrase}" to go on.`);
    if (right) onApply(phrase === null ? null : typed);
  }
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary
        errors={wrong ? [{ field: phrase === null ? "apply" : "confirmation", message: wrong }] : []}
        attempt={attempt}
      />
      {phrase !== null && (
        <>
          <div className={classes.gap}>
            <Banner tone="problem">
              {preview.counts.closed > 0 &&
                `${preview.counts.closed} of ${preview.before} units would close, with the roles of everybody there. `}
              {preview.swapped > 0 &&
                `${preview.swapped === 1 ? "One code" : `${preview.swapped} codes`} would mean another unit than before, and trends follow codes. `}
              Is this the right file?
            </Banner>
          </div>
          <Field id="confirmation" label={`If it is, type "${phrase}"`} error={wrong}>
            {(control) => (
              <TextInput
                {...control}
                autoComplete="off"
                value={typed}
                onChange={(e) => setTyped(e.currentTarget.value)}
              />
            )}
          </Field>
        </>
      )}
      <div className={classes.buttons}>
        <Button id="apply" type="submit" loading={busy}>
          Apply these changes
        </Button>
        <Button variant="default" onClick={onAgain} disabled={busy}>
          Choose another file
        </Button>
      </div>
    </form>
  );
}
