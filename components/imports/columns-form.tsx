"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ImportView } from "#contracts/imports.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { type ColumnsDraft, draftOf, readDraft } from "./columns-draft.ts";
import classes from "./imports.module.css";
import { MappingFile } from "./mapping-file.tsx";
import { ScaleFields } from "./scale-fields.tsx";
import { StatementColumns } from "./statement-columns.tsx";

/** Says how the file is to be read and into which wave. What could be guessed is filled in. */
export function ColumnsForm({
  view,
  onChosen,
  onCancel,
}: {
  view: ImportView;
  onChosen: () => Promise<unknown>;
  /** Absent where there is nothing to go back to. */
  onCancel?: (() => void) | undefined;
}) {
  const trpc = useTRPC();
  const choose = useMutation(trpc.imports.choose.mutationOptions());
  const [draft, setDraft] = useState(() => draftOf(view));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const headings = view.report.file?.headings ?? [];
  const set = (changes: Partial<ColumnsDraft>) => setDraft((before) => ({ ...before, ...changes }));

  function fail(fields: Record<string, string>) {
    setErrors(fields);
    setAttempt((n) => n + 1);
  }
  function check(event: FormEvent) {
    event.preventDefault();
    const { options, problems } = readDraft(draft);
    if (!options) return fail(problems);
    choose.mutate(
      { importId: view.importId, options },
      {
        onError: (error) => {
          const { fields, message } = readError(error);
          fail(Object.keys(fields).length > 0 ? fields : { label: message });
        },
        onSuccess: onChosen,
      },
    );
  }

  const columns = [
    { value: "", label: "Not in this file" },
    ...headings.map((h, i) => ({ value: String(i), label: h === "" ? `Column ${i + 1}` : h.slice(0, 80) })),
  ];
  const select = (field: "unit" | "parent" | "respondent", label: string, hint: string, optional = false) => (
    <Field id={field} label={label} hint={hint} error={errors[field]} optional={optional}>
      {(control) => (
        <NativeSelect
          {...control}
          className={classes.short}
          data={columns}
          value={draft[field]}
          onChange={(e) => set({ [field]: e.currentTarget.value })}
        />
      )}
    </Field>
  );

  return (
    <form onSubmit={check} noValidate className={classes.form}>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} attempt={attempt} />
      <div className={classes.group}>
        <h2>The wave</h2>
        <Field id="label" label="Name" hint="As everybody will read it, for example Autumn 2025." error={errors.label}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              maxLength={80}
              value={draft.label}
              onChange={(e) => set({ label: e.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          id="closedOn"
          label="Closed on"
          hint="The last day on which people could answer."
          error={errors.closedOn}
        >
          {(control) => (
            <TextInput
              {...control}
              type="date"
              className={classes.short}
              value={draft.closedOn}
              onChange={(e) => set({ closedOn: e.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <div className={classes.group}>
        <h2>Where people work</h2>
        {select("unit", "Unit", "The smallest unit or team a person belongs to.")}
        <Field id="unitBy" label="Units are written as">
          {(control) => (
            <NativeSelect
              {...control}
              className={classes.short}
              data={[
                { value: "code", label: "their code" },
                { value: "name", label: "their name" },
              ]}
              value={draft.unitBy}
              onChange={(e) => set({ unitBy: e.currentTarget.value === "name" ? "name" : "code" })}
            />
          )}
        </Field>
        {select(
          "parent",
          "Larger unit",
          "Used where a person has no smaller unit, and checked against the structure.",
          true,
        )}
        {select("respondent", "Respondent id", "Finds people who are in the file twice. It is not kept.", true)}
      </div>
      <div>
        <div className={classes.group}>
          <h2>The twelve statements</h2>
          <p className={classes.quiet}>
            For each statement, the column that comes closest to it. Leave out what was not asked: three of each six are
            the least.
          </p>
          <MappingFile importId={view.importId} onRead={(statements) => set({ statements })} />
        </div>
        <StatementColumns
          columns={columns}
          chosen={draft.statements}
          errors={errors}
          onChange={(statements) => set({ statements })}
        />
      </div>
      <ScaleFields draft={draft} errors={errors} onChange={set} />
      <div className={classes.buttons}>
        <Button type="submit" loading={choose.isPending}>
          Check the file
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Go back
          </Button>
        )}
      </div>
    </form>
  );
}
