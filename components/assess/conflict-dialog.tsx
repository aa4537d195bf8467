"use client";

import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import type { AssessmentConflict, AssessmentValues, NoteConflict } from "#contracts/assessments.ts";
import { clockTime } from "#components/ui/dates.ts";
import classes from "./conflict-dialog.module.css";
import { combine, differences } from "./differences.ts";

function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return dialog;
}

/** Somebody else saved in between: yours, theirs, or entry by entry. It cannot be closed without deciding. */
export function ConflictDialog({
  conflict,
  yours,
  before,
  onDecide,
}: {
  conflict: AssessmentConflict;
  /** As they stand on the screen now. */
  yours: AssessmentValues;
  /** As both found it: what only they changed starts as theirs. */
  before: AssessmentValues | null;
  onDecide: (values: AssessmentValues) => void;
}) {
  const dialog = useModal();
  const id = useId();
  const [combining, setCombining] = useState(false);
  const list = differences(yours, conflict.theirs);
  const [fromTheirs, setFromTheirs] = useState<ReadonlySet<string>>(() => {
    const changedByYou = new Set(before ? differences(yours, before).map((d) => d.key) : list.map((d) => d.key));
    return new Set(list.map((d) => d.key).filter((key) => !changedByYou.has(key)));
  });

  function choose(key: string, theirs: boolean) {
    const next = new Set(fromTheirs);
    if (theirs) next.add(key);
    else next.delete(key);
    setFromTheirs(next);
  }

  return (
    <dialog ref={dialog} className={classes.root} aria-labelledby={id} onCancel={(e) => e.preventDefault()}>
      <h2 id={id}>
        {conflict.savedBy} changed this at {clockTime(conflict.savedAt)}
      </h2>
      <p className={classes.words}>
        Keep yours, keep theirs, or combine.{" "}
        {list.length === 1 ? "One entry differs." : `${list.length} entries differ.`}
      </p>
      <div className={classes.list}>
        {list.map((entry) => (
          <fieldset key={entry.key} className={classes.entry}>
            <legend>{entry.label}</legend>
            {[
              { words: `Yours: ${entry.yours}`, theirs: false },
              { words: `${conflict.savedBy}: ${entry.theirs}`, theirs: true },
            ].map((side) =>
              combining ? (
                <label key={side.words}>
                  <input
                    type="radio"
                    name={entry.key}
                    checked={fromTheirs.has(entry.key) === side.theirs}
                    onChange={() => choose(entry.key, side.theirs)}
                  />
                  {side.words}
                </label>
              ) : (
                <p key={side.words}>{side.words}</p>
              ),
            )}
          </fieldset>
        ))}
      </div>
      <div className={classes.buttons}>
        {combining ? (
          <>
            <Button onClick={() => onDecide(combine(yours, conflict.theirs, fromTheirs))}>Save this mix</Button>
            <Button variant="default" onClick={() => setCombining(false)}>
              Back
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => onDecide(yours)}>Keep yours</Button>
            <Button variant="default" onClick={() => onDecide(conflict.theirs)}>
              Keep theirs
            </Button>
            <Button variant="default" onClick={() => setCombining(true)}>
              Combine
            </Button>
          </>
        )}
      </div>
    </dialog>
  );
}

/** The same for the private note, which only one person can have open twice. */
export function NoteConflictDialog({
  conflict,
  yours,
  onDecide,
}: {
  conflict: NoteConflict;
  yours: string;
  onDecide: (note: string) => void;
}) {
  const dialog = useModal();
  const id = useId();
  return (
    <dialog ref={dialog} className={classes.root} aria-labelledby={id} onCancel={(e) => e.preventDefault()}>
      <h2 id={id}>
        You changed this note in another window{conflict.savedAt ? ` at ${clockTime(conflict.savedAt)}` : ""}
      </h2>
      <div className={classes.list}>
        <div className={classes.entry}>
          <h3>Here</h3>
          <p className={classes.text}>{yours || "Empty"}</p>
        </div>
        <div className={classes.entry}>
          <h3>In the other window</h3>
          <p className={classes.text}>{conflict.theirs || "Empty"}</p>
        </div>
      </div>
      <div className={classes.buttons}>
        <Button onClick={() => onDecide(yours)}>Keep this one</Button>
        <Button variant="default" onClick={() => onDecide(conflict.theirs)}>
          Keep the other
        </Button>
        <Button variant="default" onClick={() => onDecide([conflict.theirs, yours].filter(Boolean).join("\n\n"))}>
          Combine both
        </Button>
      </div>
    </dialog>
  );
}
