"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { AssessmentForm as Form, AssessmentPart, AssessmentValues } from "#contracts/assessments.ts";
import { FACTS } from "#contracts/assessments.ts";
import { SIGNALS, TEAM_EVENTS } from "#contracts/signals.ts";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SaveState } from "#components/ui/save-state.tsx";
import classes from "./assess.module.css";
import { ConflictDialog, NoteConflictDialog } from "./conflict-dialog.tsx";
import { type FormState, startState } from "./form-state.ts";
import { PartNow } from "./part-now.tsx";
import { PartNumbers } from "./part-numbers.tsx";
import { PartTeam } from "./part-team.tsx";
import { useAssessment, useNote } from "./use-assessment.ts";
import { toSaveStatus } from "./use-autosave.ts";
import { WhoSees } from "./who-sees.tsx";

const TITLES: Record<AssessmentPart, { title: (team: string) => string; effort: string }> = {
  1: { title: (team) => `What does ${team} need right now?`, effort: "About a minute" },
  2: { title: (team) => `How do you see ${team}?`, effort: "About three minutes" },
  3: { title: (team) => `Numbers and a note for ${team}`, effort: "Only what you have to hand" },
};

/** Fields of each part, in the order of the page: an error leads to the first of its own part. */
const FIELDS: Record<AssessmentPart, readonly string[]> = { 1: [...SIGNALS, ...TEAM_EVENTS], 2: [], 3: FACTS };

function partOf(asked: string | null): AssessmentPart {
  return asked === "2" ? 2 : asked === "3" ? 3 : 1;
}

/** The assessment of one team, part by part. The part stands in the address, so that the back button goes back a part. */
export function AssessForm({ org, form, wave }: { org: string; form: Form; wave: { id: string; label: string } }) {
  const router = useRouter();
  const part = partOf(useSearchParams().get("part"));
  const [state, setState] = useState<FormState>(() => startState(form.values));
  const assessment = useAssessment(form, wave.id, (values) => setState(startState(values)));
  const { autosave, state: saving, parts, closePart } = assessment;
  const notes = useNote(form, wave.id);
  const [note, setNote] = useState(form.note.text);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(part);
  const home = `/o/${org}/now`;

  useEffect(() => {
    if (shown.current === part) return;
    shown.current = part;
    top.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [part]);

  function change(next: FormState) {
    setState(next);
    autosave.set(next.values);
    const stillMissing = Object.entries(missing).filter(([signal]) => next.values.signals[signal as "U"] === null);
    setMissing(Object.fromEntries(stillMissing));
  }
  function decide(values: AssessmentValues) {
    if (saving.kind !== "conflict") return;
    setState(startState(values));
    autosave.resolve(values, saving.conflict.theirs, saving.conflict.revision);
  }

  const errors = { ...state.errors, ...missing };
  const listed = FIELDS[part].flatMap((field) => (errors[field] ? [{ field, message: errors[field] }] : []));

  async function goOn(event: FormEvent) {
    event.preventDefault();
    const without = part === 1 ? SIGNALS.filter((signal) => state.values.signals[signal] === null) : [];
    setMissing(
      Object.fromEntries(
        without.map((signal) => [signal, `Signal ${SIGNALS.indexOf(signal) + 1}: choose one of the four.`]),
      ),
    );
    const stopped = without.length > 0 || FIELDS[part].some((field) => state.errors[field]);
    if (stopped) {
      setAttempt((n) => n + 1);
      return;
    }
    setBusy(true);
    const [outcome] = await Promise.all([closePart(part), notes.autosave.flush()]);
    setBusy(false);
    if (outcome?.kind === "invalid") {
      setMissing(outcome.fields);
      setAttempt((n) => n + 1);
    }
    if (outcome?.kind !== "saved") return;
    if (part === 3) router.push(home);
    else window.history.pushState(null, "", `?part=${part + 1}`);
  }

  const halfTyped = Object.keys(state.errors).length > 0 && (saving.kind === "saved" || saving.kind === "clean");
  const status = toSaveStatus(halfTyped ? { kind: "invalid", message: "", fields: {} } : saving);
  const refused = saving.kind === "refused" ? saving.message : null;
  return (
    <div ref={top} tabIndex={-1} className={classes.page}>
      <ErrorSummary errors={listed.length > 0 && attempt > 0 ? listed : []} attempt={attempt} />
      <PageHeader
        path={[{ label: "Now", href: home }]}
        title={TITLES[part].title(form.team.name)}
        meta={`${wave.label}. Part ${part} of 3. ${TITLES[part].effort}.`}
      />
      {refused && (
        <div className={classes.banner}>
          <Banner tone="problem">{refused}</Banner>
        </div>
      )}
      {!refused && part === 2 && parts.part1 && (
        <div className={classes.banner}>
          <Banner action={<Link href={home}>Stop here</Link>}>Saved. Part 1 alone is worth keeping.</Banner>
        </div>
      )}
      <WhoSees small={form.small} folded={part !== 1 || parts.part1} />
      <form onSubmit={goOn} noValidate>
        {part === 1 && <PartNow state={state} today={form.today} errors={errors} onChange={change} />}
        {part === 2 && <PartTeam state={state} onChange={change} />}
        {part === 3 && (
          <PartNumbers
            form={form}
            state={state}
            errors={errors}
            note={note}
            noteStatus={toSaveStatus(notes.state)}
            onChange={change}
            onNote={(text) => {
              setNote(text);
              notes.autosave.set(text);
            }}
          />
        )}
        <div className={classes.bar}>
          <p className={classes.progress}>{part} of 3</p>
          <SaveState status={status} />
          <div className={classes.buttons}>
            {part > 1 && (
              <Button variant="default" onClick={() => window.history.pushState(null, "", `?part=${part - 1}`)}>
                Back
              </Button>
            )}
            <Button type="submit" loading={busy} disabled={refused !== null}>
              {part === 3 ? "Finish" : "Continue"}
            </Button>
          </div>
        </div>
      </form>
      {saving.kind === "conflict" && (
        <ConflictDialog
          conflict={saving.conflict}
          yours={state.values}
          before={autosave.getStored()}
          onDecide={decide}
        />
      )}
      {notes.state.kind === "conflict" && (
        <NoteConflictDialog
          conflict={notes.state.conflict}
          yours={note}
          onDecide={(text) => {
            if (notes.state.kind !== "conflict") return;
            setNote(text);
            notes.autosave.resolve(text, notes.state.conflict.theirs, notes.state.conflict.savedAt);
          }}
        />
      )}
    </div>
  );
}
