"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Steps } from "#components/ui/steps.tsx";
import type { MembersUpload } from "#contracts/members.ts";
import { MAX_FILE_BYTES } from "#contracts/structure.ts";
import { ImportDifference } from "./import-difference.tsx";
import { toBase64 } from "./to-base64.ts";
import classes from "./members.module.css";

const STEPS = [
  { key: "file", label: "Choose a file" },
  { key: "check", label: "See what would change" },
  { key: "done", label: "Apply" },
];

/** Lists of team members from a file: first the difference, then the change. */
export function ImportMembersScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const preview = useMutation(trpc.members.previewImport.mutationOptions());
  const apply = useMutation(trpc.members.applyImport.mutationOptions());
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<MembersUpload | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const wrong = problem ?? (preview.error ? readError(preview.error).message : null);
  const step = apply.data ? "done" : preview.data ? "check" : "file";

  async function check(event: FormEvent) {
    event.preventDefault();
    setAttempt((n) => n + 1);
    setProblem(file ? null : "Choose a file.");
    if (!file) return;
    try {
      const upload = { fileName: file.name.slice(0, 200), content: await toBase64(file) };
      setSent(upload);
      apply.reset();
      preview.mutate(upload, { onError: () => setAttempt((n) => n + 1) });
    } catch {
      setProblem("Your browser could not read this file. Choose it again.");
    }
  }
  function again() {
    preview.reset();
    apply.reset();
    setSent(null);
    setFile(null);
  }

  return (
    <>
      <ErrorSummary errors={wrong ? [{ field: "file", message: wrong }] : []} attempt={attempt} />
      <PageHeader
        path={[{ label: "Team members", href: `/o/${org}/members/all` }]}
        title={apply.data ? "The lists are changed" : "Import lists of team members"}
        meta="Nothing changes until you have seen what would change. A wave that is open keeps its people."
      />
      <div className={classes.gap}>
        <Steps label="Steps of the import" steps={STEPS} current={step} />
      </div>
      {apply.data ? (
        <>
          <div className={classes.gap} role="status">
            <Banner>
              {apply.data.joins} joined, {apply.data.leaves} left, {apply.data.renamed} renamed.
            </Banner>
          </div>
          <Link href={`/o/${org}/members/all`}>See the lists</Link>
        </>
      ) : preview.data && sent ? (
        <ImportDifference
          preview={preview.data}
          fileName={sent.fileName}
          busy={apply.isPending}
          error={apply.error}
          onAgain={again}
          onApply={(confirmation) =>
            apply.mutate(
              { ...sent, hash: preview.data.hash, confirmation },
              { onSuccess: () => cache.invalidateQueries({ queryKey: trpc.members.pathKey() }) },
            )
          }
        />
      ) : (
        <form onSubmit={(event) => void check(event)} noValidate className={classes.form}>
          <FileDrop
            id="file"
            label="Team members as CSV"
            hint="One row per person. Columns: team_code, name, and email where people have one. The file holds the whole list of every team that it names; other teams stay as they are. At most 5 MB and 50,000 rows."
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            maxBytes={MAX_FILE_BYTES}
            error={wrong}
            onFile={setFile}
          />
          <Button type="submit" loading={preview.isPending}>
            See what would change
          </Button>
        </form>
      )}
    </>
  );
}
