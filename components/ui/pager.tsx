import { Button } from "@mantine/core";
import classes from "./pager.module.css";

/** Paging by cursor: there are a next and a previous page, never page numbers. */
export function Pager({
  label,
  shown,
  onPrevious,
  onNext,
  busy = false,
}: {
  /** What is paged: "Audit entries". */
  label: string;
  /** "Entries 51 to 100". */
  shown?: string;
  /** Absent at the first page. */
  onPrevious?: (() => void) | null;
  /** Absent at the last page. */
  onNext?: (() => void) | null;
  busy?: boolean;
}) {
  if (!onPrevious && !onNext) return null;
  return (
    <nav aria-label={`${label}, pages`} className={classes.root}>
      <Button variant="default" size="sm" disabled={!onPrevious || busy} onClick={() => onPrevious?.()}>
        Previous
      </Button>
      <span className={classes.shown} aria-live="polite">
        {shown}
      </span>
      <Button variant="default" size="sm" disabled={!onNext || busy} onClick={() => onNext?.()}>
        Next
      </Button>
    </nav>
  );
}
