"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MEASURE_FILE_BYTES, type MeasureFile, type MeasureUpload } from "#contracts/measures.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Steps } from "#components/ui/steps.tsx";
import { CheckResult } from "./check-result.tsx";
import { DescribeForm } from "./describe-form.tsx";
import { draftFor, type MeasureDraft } from "./draft.ts";
import classes from "./measures.module.css";
import { toBase64 } from "./to-base64.ts";

const STEPS = [
  { key: "file", label: "Choose a file" },
  { key: "describe", label: "Say what it is" },
  { key: "check", label: "See what would be kept" },
  { key: "done", label: "Keep" },
];

/** Figures of others from a file: what they are, a dry run, and only then the change. */
export function ImportMeasureScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const look = useMutation(trpc.measures.columns.mutationOptions());
  const check = useMutation(trpc.measures.check.mutationOptions());
  const keep = useMutation(trpc.measures.keep.mutationOptions());
  const [file, setFile] = useState<MeasureFile | null>(null);
  const [draft, setDraft] = useState<MeasureDraft | null>(null);
  const [sent, setSent] = useState<MeasureUpload | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const step = keep.data ? "done" : check.data ? "check" : draft ? "describe" : "file";

  function fail(message: string) {
    setProblem(message);
    setAttempt((n) => n + 1);
  }
  async function take(chosen: File | null) {
    setProblem(null);
    if (!chosen) return;
    let content: string;
    try {
      content = await toBase64(chosen);
    } catch {
      return fail("Your browser could not read this file. Choose it again.");
    }
    const read = { fileName: chosen.name.slice(0, 200), content };
    look.mutate(read, {
      onError: (error) => fail(readError(error).message),
      onSuccess: ({ columns, sample, problem: wrong }) => {
        if (wrong) return fail(wrong);
        setFile(read);
        setDraft(draftFor(columns, sample));
      },
    });
  }

  return (
    <>
      <PageHeader
        path={[{ label: "Other measures", href: `/o/${org}/measures` }]}
        title={keep.data ? `“${keep.data.title}” is kept` : "Import figures of another measure"}
        meta="Nothing is kept until you have seen what would be. Bearing’s own results stay untouched."
      />
      <div className={classes.gap}>
        <Steps label="Steps of the import" steps={STEPS} current={step} />
      </div>
      {step === "file" && (
        <div className={classes.form}>
          <ErrorSummary errors={problem ? [{ field: "file", message: problem }] : []} attempt={attempt} />
          <FileDrop
            id="file"
            label="Figures as CSV"
            hint="One row per unit, or per unit and year. At most 2 MB and 5,000 rows."
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            maxBytes={MEASURE_FILE_BYTES}
            error={problem}
            disabled={look.isPending}
            onFile={(chosen) => void take(chosen)}
          />
        </div>
      )}
      {step === "describe" && file && draft && look.data && (
        <DescribeForm
          file={file}
          draft={draft}
          columns={look.data}
          busy={check.isPending}
          error={check.error}
          onChange={setDraft}
          onAgain={() => {
            check.reset();
            setDraft(null);
          }}
          onCheck={(upload, onError) => {
            setSent(upload);
            check.mutate(upload, { onError });
          }}
        />
      )}
      {step === "check" && check.data && sent && (
        <CheckResult
          check={check.data}
          upload={sent}
          busy={keep.isPending}
          error={keep.error}
          onAgain={() => {
            check.reset();
            keep.reset();
          }}
          onKeep={() =>
            keep.mutate(
              { ...sent, hash: check.data.hash },
              { onSuccess: () => cache.invalidateQueries({ queryKey: trpc.measures.pathKey() }) },
            )
          }
        />
      )}
      {keep.data && (
        <>
          <div className={classes.gap} role="status">
            <Banner>
              {keep.data.rows === 1 ? "One figure is" : `${keep.data.rows} figures are`} kept, with source and licence.
            </Banner>
          </div>
          <LinkButton href={`/o/${org}/measures`}>See other measures</LinkButton>
        </>
      )}
    </>
  );
}
