import classes from "./skeleton-table.module.css";

/** The table that is coming, without its numbers: the same heads, row heights and widths. Drawn only after 400 ms. */
export function SkeletonTable({
  columns,
  rows = 8,
  label = "Loading",
  compact = false,
}: {
  columns: { header: string /** CSS width. */; width?: string; wideOnly?: boolean }[];
  rows?: number;
  label?: string;
  compact?: boolean;
}) {
  const lines = Array.from({ length: rows }, (_, index) => index);
  return (
    <div role="status" className={classes.root}>
      <span className="visually-hidden">{label}</span>
      <table aria-hidden="true" className={classes.table} data-compact={compact || undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.header}
                className={column.wideOnly ? "not-phone" : undefined}
                style={column.width ? { width: column.width } : undefined}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              {columns.map((column, index) => (
                <td key={column.header} className={column.wideOnly ? "not-phone" : undefined}>
                  <span className={classes.bone} data-length={index === 0 ? line % 3 : "figure"} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
