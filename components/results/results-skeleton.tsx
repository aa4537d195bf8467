import { SkeletonTable } from "#components/ui/skeleton-table.tsx";
import classes from "./results.module.css";

const COLUMNS = [
  { header: "Unit", width: "280px" },
  { header: "Answers", width: "96px", wideOnly: true },
  { header: "Engagement risk", width: "96px" },
  { header: "Delivery risk", width: "96px" },
  { header: "State", wideOnly: true },
];

/** A results page that is on its way: its title's room and the table's own shape. */
export function ResultsSkeleton({ rows = 10 }: { rows?: number }) {
  return (
    <div>
      <div className={classes.titleRoom} />
      <SkeletonTable columns={COLUMNS} rows={rows} label="Loading results" />
    </div>
  );
}
