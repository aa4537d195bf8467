"use client";

import { Button, NativeSelect, Radio, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { MeasureKind } from "#contracts/help.ts";
import {
  KIND_LABELS,
  MEASURE_SCALES,
  type MeasureColumns,
  type MeasureFile,
  MeasureScale,
  type MeasureUpload,
} from "#contracts/measures.ts";
import { readError } from "#components/api/errors.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import { type MeasureDraft, readDraft } from "./draft.ts";
import classes from "./measures.module.css";

/** Which columns mean what, and what the figures are called, measured in, taken from and allowed by. */
export function DescribeForm({
  file,
  draft,
  columns: { columns, sample },
  busy,
  error,
  onChange,
  onAgain,
  onCheck,
}: {
  file: MeasureFile;
  draft: MeasureDraft;
  columns: MeasureColumns;
  busy: boolean;
  error: unknown;
  onChange: (draft: MeasureDraft) => void;
  onAgain: () => void;
  onCheck: (upload: MeasureUpload, onError: () => void) => void;
}) {
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const failed = error ? readError(error) : null;
  const errors: Record<string, string> = Object.keys(missing).length > 0 ? missing : (failed?.fields ?? {});
  const listed = Object.entries(errors).map(([field, message]) => ({ field, message }));
  const summary = failed && listed.length === 0 ? [{ field: "title", message: failed.message }] : listed;
  const options = columns.map((name, index) => ({
    value: name,
    label: sample[index] ? `${name} (${sample[index]})` : name,
  }));
  const set = <K extends keyof MeasureDraft>(field: K, value: MeasureDraft[K]) =>
    onChange({ ...draft, [field]: value });

  function send(event: FormEvent) {
    event.preventDefault();
    const read = readDraft(draft, file);
    setMissing("problems" in read ? read.problems : {});
    setAttempt((n) => n + 1);
    if ("upload" in read) onCheck(read.upload, () => setAttempt((n) => n + 1));
  }
  const column = (field: "unitColumn" | "valueColumn", label: string) => (
    <Field id={field} label={label} error={errors[field]}>
      {(control) => (
        <NativeSelect
          {...control}
          value={draft[field]}
          onChange={(event) => set(field, event.currentTarget.value)}
          data={[{ value: "", label: "Choose a column" }, ...options]}
        />
      )}
    </Field>
  );
  const words = (field: "title" | "source" | "licence", label: string, hint: string, most: number) => (
    <Field id={field} label={label} hint={hint} error={errors[field]}>
      {(control) => (
        <TextInput
          {...control}
          autoComplete="off"
          maxLength={most}
          value={draft[field]}
          onChange={(event) => set(field, event.currentTarget.value)}
        />
      )}
    </Field>
  );

  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={summary} attempt={attempt} />
      {column("unitColumn", "Which column names the unit?")}
      {column("valueColumn", "Which column holds the figure?")}
      <Field id="yearColumn" label="Which column holds the year?">
        {(control) => (
          <NativeSelect
            {...control}
            value={draft.yearColumn}
            onChange={(event) => set("yearColumn", event.currentTarget.value)}
            data={[{ value: "", label: "None: all rows are of one year" }, ...options]}
          />
        )}
      </Field>
      {draft.yearColumn === "" && (
        <Field id="year" label="Year" error={errors.year}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              className={classes.short}
              value={draft.year}
              onChange={(event) => set("year", event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <FieldGroup id="kind" legend="What is it?">
        <div className={classes.choices}>
          {(Object.keys(KIND_LABELS) as MeasureKind[]).map((kind) => (
            <Radio
              key={kind}
              name="kind"
              label={KIND_LABELS[kind]}
              checked={draft.kind === kind}
              onChange={() => set("kind", kind)}
            />
          ))}
        </div>
      </FieldGroup>
      {words("title", "Title", "As its publisher calls it.", 120)}
      <Field
        id="scale"
        label="Scale"
        hint="One title has one scale: five grades and three are two measures."
        error={errors.scale}
      >
        {(control) => (
          <NativeSelect
            {...control}
            className={classes.scale}
            value={draft.scale}
            onChange={(event) => set("scale", MeasureScale.parse(event.currentTarget.value))}
            data={MeasureScale.options.map((scale) => ({ value: scale, label: MEASURE_SCALES[scale].label }))}
          />
        )}
      </Field>
      {words("source", "Source", "Who published it, and where.", 300)}
      {words("licence", "Licence", "It stands under the picture, word for word.", 200)}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy}>
          See what would be kept
        </Button>
        <Button variant="default" onClick={onAgain}>
          Choose another file
        </Button>
      </div>
    </form>
  );
}
