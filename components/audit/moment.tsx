import classes from "./audit.module.css";

/** An instant in the organisation's zone, so that server and browser draw the same: "24 Nov 2026, 14:02". */
export function Moment({ at, zone }: { at: string; zone: string }) {
  const words = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(new Date(at));
  return (
    <time dateTime={at} className={classes.when}>
      {words}
    </time>
  );
}
