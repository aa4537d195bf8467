"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { Banner } from "#components/ui/banner.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import type { MemberChange, MembersPreview } from "#contracts/members.ts";
import { differenceMeta, differenceTitle } from "./list-words.ts";
import classes from "./members.module.css";

const CHANGE_WORDS: Record<MemberChange["change"], string> = { joins: "Joins", leaves: "Leaves", renamed: "New name" };

/** What a file would change, or what is wrong with it; then the second step. */
export function ImportDifference({
  preview,
  fileName,
  busy,
  error,
  onAgain,
  onApply,
}: {
  preview: MembersPreview;
  fileName: string;
  busy: boolean;
  error: unknown;
  onAgain: () => void;
  onApply: (confirmation: string | null) => void;
}) {
  const [typed, setTyped] = useState("");
  const [attempt, setAttempt] = useState(0);
  const total = preview.joins + preview.leaves + preview.renamed;
  const failed = error ? readError(error) : null;
  const message = failed ? (failed.fields.confirmation ?? failed.message) : null;
  if (preview.errorCount > 0) {
    return (
      <>
        <div className={classes.gap}>
          <Banner tone="problem">
            {preview.errorCount === 1 ? "One thing" : `${preview.errorCount} things`} in {fileName} must be mended
            first. Nothing was changed.
          </Banner>
        </div>
        <DataTable
          caption={
            preview.errors.length < preview.errorCount ? `The first ${preview.errors.length}` : "By row of the file"
          }
          rows={preview.errors}
          rowKey={(row) => `${row.row}-${row.column}-${row.message}`}
          columns={[
            {
              key: "row",
              header: "Row",
              width: "110px",
              cell: (row) => (row.row === 0 ? "Whole file" : `Row ${row.row}`),
            },
            { key: "column", header: "Column", width: "160px", cell: (row) => row.column ?? "" },
            { key: "message", header: "What is wrong", cell: (row) => row.message },
          ]}
        />
        <div className={classes.yes}>
          <Button onClick={onAgain}>Choose the mended file</Button>
        </div>
      </>
    );
  }
  function send(event: FormEvent) {
    event.preventDefault();
    setAttempt((n) => n + 1);
    onApply(preview.confirmation === null ? null : typed);
  }
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={message ? [{ field: "confirmation", message }] : []} attempt={attempt} />
      <h2>{differenceTitle(preview)}</h2>
      <p className={classes.quiet}>
        {fileName}: {differenceMeta(preview)}
      </p>
      {total > 0 && (
        <DataTable
          caption={
            preview.changes.length < total ? `The first ${preview.changes.length} of ${total}` : "What would change"
          }
          rows={preview.changes}
          rowKey={(row) => `${row.change}-${row.unit}-${row.email ?? row.name}`}
          columns={[
            { key: "name", header: "Name", cell: (row) => row.name },
            { key: "change", header: "Change", cell: (row) => CHANGE_WORDS[row.change] },
            { key: "unit", header: "List", cell: (row) => row.unit },
            { key: "email", header: "E-mail", cell: (row) => row.email ?? "None" },
          ]}
        />
      )}
      {preview.confirmation !== null && (
        <div className={classes.type}>
          <Field
            id="confirmation"
            label={`Type "${preview.confirmation}" to go on`}
            hint="More than two in five people of these lists would leave."
            error={message}
          >
            {(control) => (
              <TextInput
                {...control}
                autoComplete="off"
                className={classes.select}
                value={typed}
                onChange={(e) => setTyped(e.currentTarget.value)}
              />
            )}
          </Field>
        </div>
      )}
      <div className={classes.yes}>
        {total > 0 && (
          <Button type="submit" loading={busy}>
            Apply these changes
          </Button>
        )}
        <Button variant="default" onClick={onAgain}>
          Choose another file
        </Button>
      </div>
    </form>
  );
}
