import { ErrorIcon } from "./error-summary.tsx";
import classes from "./save-state.module.css";

export type SaveStatus =
  | { state: "clean" }
  | { state: "saving" }
  | { state: "saved" /** "14:02", already in the reader's time. */; at: string }
  | { state: "failed"; message?: string };

/** "Saved 14:02", beside the button. Read out politely; a failure keeps what was typed. */
export function SaveState({ status }: { status: SaveStatus }) {
  return (
    <p className={classes.root} data-state={status.state} role="status">
      {status.state === "saving" && "Saving"}
      {status.state === "saved" && `Saved ${status.at}`}
      {status.state === "failed" && (
        <>
          <ErrorIcon /> {status.message ?? "Not saved yet. What you typed is still here."}
        </>
      )}
    </p>
  );
}
