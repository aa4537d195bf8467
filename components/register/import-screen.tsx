"use client";

import { Button, Radio } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FieldGroup } from "#components/ui/field.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Steps } from "#components/ui/steps.tsx";
import { MAX_FILE_BYTES, type StructureExtent, type StructureUpload } from "#contracts/structure.ts";
import { ImportCheck } from "./import-check.tsx";
import { countsInWords } from "./import-words.ts";
import { toBase64 } from "./to-base64.ts";
import classes from "./register.module.css";

const STEPS = [
  { key: "file", label: "Choose a file" },
  { key: "check", label: "See what would change" },
  { key: "done", label: "Apply" },
];

/** The structure from a file: a dry run that shows the difference, and only then the change. */
export function ImportScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: managed } = useSuspenseQuery(trpc.register.managed.queryOptions());
  const part = managed.everywhere ? "the organisation" : managed.units.map((u) => u.name).join(" and ");
  const preview = useMutation(trpc.register.previewStructure.mutationOptions());
  const apply = useMutation(trpc.register.applyStructure.mutationOptions());
  const [file, setFile] = useState<File | null>(null);
  const [extent, setExtent] = useState<StructureExtent>("part");
  const [sent, setSent] = useState<StructureUpload | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const failed = preview.error ? readError(preview.error).message : null;
  const wrong = problem ?? failed;
  const step = apply.data ? "done" : preview.data ? "check" : "file";

  async function check(event: FormEvent) {
    event.preventDefault();
    setAttempt((n) => n + 1);
    setProblem(file ? null : "Choose a file.");
    if (!file) return;
    let content: string;
    try {
      content = await toBase64(file);
    } catch {
      return setProblem("Your browser could not read this file. Choose it again.");
    }
    const upload = { fileName: file.name.slice(0, 200), content, extent };
    setSent(upload);
    apply.reset();
    preview.mutate(upload, { onError: () => setAttempt((n) => n + 1) });
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
        path={[{ label: "Structure", href: `/o/${org}/structure` }]}
        title={apply.data ? "The structure is changed" : "Change many units with a file"}
        meta="Nothing changes until you have seen what would change. Waves that have begun keep their tree."
      />
      <div className={classes.gap}>
        <Steps label="Steps of the import" steps={STEPS} current={step} />
      </div>
      {apply.data ? (
        <>
          <div className={classes.gap} role="status">
            <Banner>{countsInWords(apply.data.counts)}</Banner>
          </div>
          {apply.data.counts.supervisors > 0 && (
            <p className={classes.note}>
              New supervisors cannot sign in yet. Make their links under{" "}
              <Link href={`/o/${org}/people`}>People and roles</Link>.
            </p>
          )}
          <div className={classes.buttons}>
            <Link href={`/o/${org}/structure`}>See the structure</Link>
          </div>
        </>
      ) : preview.data && sent ? (
        <ImportCheck
          preview={preview.data}
          fileName={sent.fileName}
          busy={apply.isPending}
          error={apply.error}
          onAgain={again}
          onApply={(confirmation) =>
            apply.mutate(
              { ...sent, hash: preview.data.hash, confirmation },
              { onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.register.pathKey() }) },
            )
          }
        />
      ) : (
        <form onSubmit={(event) => void check(event)} noValidate className={classes.form}>
          <FileDrop
            id="file"
            label="Structure as CSV"
            hint="One row per unit. Columns: code, name, kind (unit or team) and parent_code; if you like also supervisor_email, headcount and working_pattern. At most 5 MB and 10,000 rows."
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            maxBytes={MAX_FILE_BYTES}
            error={wrong}
            onFile={setFile}
          />
          <FieldGroup id="extent" legend="What about units that the file does not name?">
            <div className={classes.choices}>
              <Radio
                name="extent"
                label="They stay as they are"
                checked={extent === "part"}
                onChange={() => setExtent("part")}
              />
              <Radio
                name="extent"
                label={`They close: the file is the whole structure of ${part}`}
                checked={extent === "whole"}
                onChange={() => setExtent("whole")}
              />
            </div>
          </FieldGroup>
          <Button type="submit" loading={preview.isPending}>
            See what would change
          </Button>
        </form>
      )}
    </>
  );
}
