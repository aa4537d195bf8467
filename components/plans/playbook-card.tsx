"use client";

import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { PLAYBOOK_STEP_WORDS, PLAYBOOK_WORDS } from "#content/playbooks.ts";
import {
  type Looked,
  type MovePlaybook,
  PLAYBOOK_STEPS,
  type PlaybookRun,
  type PlaybookStep,
} from "#contracts/plans.ts";
import { useTRPCClient } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { longDate } from "#components/ui/dates.ts";
import { Field } from "#components/ui/field.tsx";
import { CountWeek } from "./count-week.tsx";
import { LookedForm } from "./looked-form.tsx";
import classes from "./plans.module.css";
import own from "./practices.module.css";
import { useChange } from "./use-change.ts";
import { SIDE_WORDS } from "./words.ts";

type Asking =
  | { what: "leave" }
  | { what: "finish"; step: PlaybookStep }
  | { what: "reopen"; step: PlaybookStep }
  | null;

/** A playbook under way: its steps in order, the gate, and what can be done now. */
export function PlaybookCard({ run, lastWeekOf }: { run: PlaybookRun; lastWeekOf: string }) {
  const client = useTRPCClient();
  const [asking, setAsking] = useState<Asking>(null);
  const change = useChange(client.plans.movePlaybook.mutate, () => setAsking(null));
  const { state, next, gate } = run;
  const steps: readonly PlaybookStep[] = PLAYBOOK_STEPS[state.name];
  const isLast = next === steps.at(-1);
  const move = (event: MovePlaybook["event"]) => change.run({ runId: run.runId, revision: run.revision, event });
  const look = (looked: Looked) => {
    if (asking?.what === "finish") move({ type: "complete", step: asking.step, looked });
    else move({ type: "leave", looked });
  };
  return (
    <section className={classes.card} aria-labelledby={`run-${run.runId}`}>
      <h2 id={`run-${run.runId}`}>{PLAYBOOK_WORDS[state.name].title}</h2>
      <p className={classes.soft}>Begun on {longDate(run.startedOn)}.</p>
      {change.errors.form && <Banner tone="problem">{change.errors.form}</Banner>}
      <ol className={own.playbook}>
        {steps.map((step) => (
          <Step key={step} step={step} run={run} onReopen={() => setAsking({ what: "reopen", step })} />
        ))}
      </ol>
      {gate && (
        <p className={classes.notice}>
          <strong>{gate.open ? "The gate is open." : "The gate is not open yet."}</strong> {gate.because}
        </p>
      )}
      {state.name === "case_backlog" && (
        <CountWeek run={run} lastWeekOf={lastWeekOf} busy={change.busy} onCount={move} />
      )}
      {asking?.what === "reopen" && (
        <ReopenForm
          busy={change.busy}
          onBack={() => setAsking(null)}
          onSend={(reason) => move({ type: "reopen", step: asking.step, reason })}
        />
      )}
      {(asking?.what === "leave" || asking?.what === "finish") && (
        <LookedForm id={run.runId} busy={change.busy} onBack={() => setAsking(null)} onSend={look} />
      )}
      {!asking && next && (
        <div className={classes.line}>
          <Button
            disabled={gate !== null && !gate.open}
            loading={change.busy}
            onClick={() =>
              isLast ? setAsking({ what: "finish", step: next }) : move({ type: "complete", step: next })
            }
          >
            Done: {PLAYBOOK_STEP_WORDS[next].title.toLowerCase()}
          </Button>
          <Button variant="default" onClick={() => setAsking({ what: "leave" })}>
            Leave this playbook
          </Button>
        </div>
      )}
    </section>
  );
}

function Step({ step, run, onReopen }: { step: PlaybookStep; run: PlaybookRun; onReopen: () => void }) {
  const words = PLAYBOOK_STEP_WORDS[step];
  const done = run.state.done.find((d) => d.step === step);
  const reopened = run.state.reopened.filter((r) => r.step === step).at(-1);
  const place = done ? "done" : run.next === step ? "now" : "ahead";
  return (
    <li data-place={place} aria-current={place === "now" ? "step" : undefined}>
      <span className={own.stepTitle}>
        {done ? "✓ " : ""}
        {words.title}
        <span className="visually-hidden">
          {place === "done" ? ", done" : place === "now" ? ", now" : ", still to come"}
        </span>
      </span>
      <span className={classes.soft}>
        {done ? `Done on ${longDate(done.on)}. ` : place === "now" ? `${words.how} ` : ""}
        {place === "now" ? SIDE_WORDS[words.side] : ""}
        {!done && reopened ? ` Open again: ${reopened.reason}` : ""}
      </span>
      {done && (
        <Button size="compact-sm" variant="subtle" aria-label={`Open again: ${words.title}`} onClick={onReopen}>
          Open again
        </Button>
      )}
    </li>
  );
}

function ReopenForm({ busy, onBack, onSend }: { busy: boolean; onBack: () => void; onSend: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== "") onSend(reason);
  }
  return (
    <form onSubmit={send} noValidate>
      <Field
        label="Why is this step open again?"
        hint="All steps after it open again too."
        error={tried && reason.trim() === "" ? "Say why it is open again." : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={300}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
        )}
      </Field>
      <div className={classes.line}>
        <Button type="submit" loading={busy}>
          Open it again
        </Button>
        <Button variant="default" onClick={onBack}>
          Go back
        </Button>
      </div>
    </form>
  );
}
