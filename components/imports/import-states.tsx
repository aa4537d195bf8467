import type { ImportView } from "#contracts/imports.ts";
import { longDate } from "#components/ui/dates.ts";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import classes from "./imports.module.css";
import { WithdrawForm } from "./withdraw-form.tsx";

/** Something goes on by itself. */
export function WorkingState({ view }: { view: ImportView }) {
  if (view.status !== "checking" && view.status !== "applying") return null;
  const label = view.status === "checking" ? "Checking every row" : "Importing";
  const storing = view.status === "applying" && view.progress >= 89;
  return (
    <div className={classes.work}>
      <ProgressLine
        label={storing ? "Storing the answers" : label}
        value={view.progress}
        total={100}
        words={`${view.progress}%`}
      />
      <p className={classes.quiet}>
        You can leave this page. It goes on, and you find it again under Import past results.
      </p>
    </div>
  );
}

/** Stored: being published, published or held back; and the way back. */
export function AppliedState({
  org,
  view,
  onWithdrawn,
}: {
  org: string;
  view: ImportView;
  onWithdrawn: () => Promise<unknown>;
}) {
  if (view.status !== "applied") return null;
  return (
    <>
      {view.outcome === "publishing" && (
        <div className={classes.work}>
          <ProgressLine label="Preparing and auditing the results" />
        </div>
      )}
      {view.outcome === "held_back" && (
        <p className={classes.quiet}>
          Our check found that someone could be identified. Nothing is lost. Withdraw this import, join small units or
          raise the smallest group shown, then import the file again.
        </p>
      )}
      {view.outcome === "published" && (
        <p className={classes.quiet}>
          Everybody sees their own part of the tree now. The uploaded file and the respondent ids are deleted.
        </p>
      )}
      <WithdrawForm key={org} importId={view.importId} label={view.label ?? ""} onDone={onWithdrawn} />
    </>
  );
}

/** Nothing more happens to this file. */
export function EndedState({ view }: { view: ImportView }) {
  const words: Partial<Record<ImportView["status"], string>> = {
    failed: view.report.problem ?? "",
    withdrawn: `Its results are gone for everybody, and its answers are deleted. Reason given: ${view.report.withdrawnBecause ?? ""}`,
    discarded: "It was deleted before anything was imported.",
    expired: `It was not imported by ${longDate(view.expiresOn)}, so it was deleted.`,
  };
  return <p className={classes.quiet}>{words[view.status]}</p>;
}
