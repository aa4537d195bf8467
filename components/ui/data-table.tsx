import type { ReactNode } from "react";
import classes from "./data-table.module.css";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures are set right, on one edge. */
  align?: "start" | "end";
  /** Names the row for a screen reader; the first column unless said otherwise. */
  rowHeader?: boolean;
  width?: string;
  /** Only on wide screens. */
  wideOnly?: boolean;
  /** Left out on a phone, where each column is a line. */
  notOnPhone?: boolean;
};

/** Written out, because `display: block` on a phone would take the meaning of a table away. */
const ROLE = { table: "table", group: "rowgroup", row: "row", head: "columnheader" } as const;

/** A plain table. On a phone each row becomes a small list of "head: value". */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  empty,
}: {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
}) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const namesRow = (column: Column<Row>, index: number) =>
    columns.some((other) => other.rowHeader) ? !!column.rowHeader : index === 0;
  return (
    <table className={classes.table} role={ROLE.table}>
      <caption className={captionHidden ? "visually-hidden" : classes.caption}>{caption}</caption>
      <thead role={ROLE.group}>
        <tr role={ROLE.row}>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role={ROLE.head}
              data-align={column.align}
              data-wide-only={column.wideOnly || undefined}
              data-not-on-phone={column.notOnPhone || undefined}
              style={column.width ? { width: column.width } : undefined}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={ROLE.group}>
        {rows.map((row) => (
          <tr key={rowKey(row)} role={ROLE.row}>
            {columns.map((column, index) => {
              const Cell = namesRow(column, index) ? "th" : "td";
              return (
                <Cell
                  key={column.key}
                  {...(Cell === "th" ? { scope: "row" } : {})}
                  role={Cell === "th" ? "rowheader" : "cell"}
                  data-align={column.align}
                  data-wide-only={column.wideOnly || undefined}
                  data-not-on-phone={column.notOnPhone || undefined}
                >
                  <span className={classes.inlineHead} aria-hidden="true">
                    {column.header}
                  </span>
                  <span className={classes.value}>{column.cell(row)}</span>
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
