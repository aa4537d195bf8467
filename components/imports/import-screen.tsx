"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportView } from "#contracts/imports.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { longDate } from "#components/ui/dates.ts";
import { sizeInWords } from "#components/ui/file-drop.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Steps } from "#components/ui/steps.tsx";
import { CheckResult } from "./check-result.tsx";
import { ColumnsForm } from "./columns-form.tsx";
import { counted, importTitle, isMoving, stepOf } from "./import-words.ts";
import classes from "./imports.module.css";
import { AppliedState, EndedState, WorkingState } from "./import-states.tsx";

const STEPS = [
  { key: "file", label: "File" },
  { key: "columns", label: "Columns" },
  { key: "check", label: "Check" },
  { key: "import", label: "Import" },
  { key: "done", label: "Results" },
];

/** One file on its way: it can be left at any step and is found again here. */
export function ImportScreen({ org, importId }: { org: string; importId: string }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { data: view } = useSuspenseQuery(
    trpc.imports.read.queryOptions(
      { importId },
      { refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? 1000 : false) },
    ),
  );
  const [changing, setChanging] = useState(false);
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: trpc.imports.read.queryKey() }),
      cache.invalidateQueries({ queryKey: trpc.imports.list.queryKey() }),
    ]);
  const confirm = useMutation(trpc.imports.confirm.mutationOptions({ onSettled: refresh }));
  const discard = useMutation(trpc.imports.discard.mutationOptions({ onSettled: refresh }));
  const failed = confirm.error ?? discard.error;
  const choosing = changing || view.status === "uploaded";
  const ready = view.status === "checked" && !changing && view.report.check?.rowsWithErrors === 0;
  const importable = ready && (view.report.check?.respondents ?? 0) > 0;
  const ended = ["failed", "withdrawn", "discarded", "expired"].includes(view.status);

  const action = importable ? (
    <Button loading={confirm.isPending} onClick={() => confirm.mutate({ importId })}>
      Import {counted(view.report.check?.respondents ?? 0, "person", "people")}
    </Button>
  ) : view.outcome === "published" ? (
    <LinkButton href={`/o/${org}/results?wave=${view.waveId}`}>See the results</LinkButton>
  ) : ended ? (
    <LinkButton href={`/o/${org}/imports`}>Upload another file</LinkButton>
  ) : null;

  return (
    <>
      <PageHeader
        path={[{ label: "Import past results", href: `/o/${org}/imports` }]}
        title={importTitle(view, changing)}
        meta={`${view.fileName}, ${sizeInWords(view.fileSize)}, uploaded on ${longDate(view.createdOn)}`}
        action={action}
      />
      {!ended && (
        <div className={classes.steps}>
          <Steps label="Steps of this import" steps={STEPS} current={stepOf(view, changing)} />
        </div>
      )}
      {failed && <Banner tone="problem">{readError(failed).message}</Banner>}
      {!choosing && view.report.problem && !ended && <Banner tone="problem">{view.report.problem}</Banner>}
      {choosing && (
        <ColumnsForm
          view={view}
          onChosen={async () => {
            await refresh();
            setChanging(false);
            window.scrollTo(0, 0);
          }}
          onCancel={changing ? () => setChanging(false) : undefined}
        />
      )}
      {!choosing && view.status === "checked" && <Checked view={view} />}
      <WorkingState view={view} />
      <AppliedState org={org} view={view} onWithdrawn={refresh} />
      {ended && <EndedState view={view} />}
      {["receiving", "uploaded", "checked"].includes(view.status) && (
        <div className={classes.section}>
          <div className={classes.buttons}>
            {view.status === "checked" && !changing && (
              <Button variant="default" onClick={() => setChanging(true)}>
                Change the columns
              </Button>
            )}
            <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate({ importId })}>
              Discard this file
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function Checked({ view }: { view: ImportView }) {
  const { check } = view.report;
  if (!check || !view.options) return null;
  return <CheckResult check={check} label={view.options.label} closedOn={longDate(view.options.closedOn)} />;
}
