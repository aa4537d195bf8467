import classes from "./heatmap-table.module.css";
import type { ExtraColumn } from "./heatmap-row.tsx";
import type { HeatmapColumn, HeatmapPicture, HeatmapSort } from "./prepare.ts";

/** Two rows of heads: the bands Meaning and Structure, then the columns. */
export function HeatmapHead({
  picture,
  extra,
  hot,
  onSort,
}: {
  picture: HeatmapPicture;
  extra: ExtraColumn[];
  /** Column under the pointer. */
  hot: number | null;
  onSort: (sort: HeatmapSort) => void;
}) {
  const after = 2 + picture.columns.length;
  const sorted = (sort: HeatmapSort | null) => {
    if (sort === null || picture.sort !== sort) return undefined;
    return sort === "name" ? ("ascending" as const) : ("descending" as const);
  };
  const can = (sort: HeatmapSort) => (picture.sorts.includes(sort) ? sort : null);
  return (
    <>
      <colgroup>
        <col className={classes.nameCol} />
        <col className={classes.answersCol} />
        {picture.bands.map((band, bandIndex) =>
          band.columns.map((column, index) => (
            <col
              key={column.key}
              className={column.wide ? classes.axisCol : classes.statementCol}
              data-gap={(bandIndex > 0 && index === 0) || undefined}
            />
          )),
        )}
        {picture.showState && <col className={classes.stateCol} />}
        {extra.map((column) => (
          <col key={column.key} style={column.width ? { width: column.width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1} className={classes.bands}>
          <td colSpan={2} className={classes.corner} />
          {picture.bands.map((band, index) => (
            <th key={band.label} scope="colgroup" colSpan={band.columns.length} data-gap={index > 0 || undefined}>
              <span>{band.label}</span>
            </th>
          ))}
          {(picture.showState || extra.length > 0) && <td colSpan={(picture.showState ? 1 : 0) + extra.length} />}
        </tr>
        <tr aria-rowindex={2} className={classes.heads}>
          <th scope="col" className={classes.nameHead} aria-sort={sorted("name")} data-hot={hot === 0 || undefined}>
            <HeadWords label="Unit" sort={can("name")} active={picture.sort === "name"} onSort={onSort} />
          </th>
          <th
            scope="col"
            className={classes.answersHead}
            aria-sort={sorted("answers")}
            data-hot={hot === 1 || undefined}
          >
            <HeadWords label="Answers" sort={can("answers")} active={picture.sort === "answers"} onSort={onSort} />
          </th>
          {picture.bands.flatMap((band, bandIndex) =>
            band.columns.map((column, index) => (
              <ColumnHead
                key={column.key}
                column={column}
                gap={bandIndex > 0 && index === 0}
                hot={hot === 2 + picture.columns.indexOf(column)}
                sorted={sorted(column.sort)}
                onSort={onSort}
              />
            )),
          )}
          {picture.showState && (
            <th scope="col" className={classes.stateHead} data-hot={hot === after || undefined}>
              <span className={classes.headWords}>State</span>
            </th>
          )}
          {extra.map((column) => (
            <th key={column.key} scope="col" className={classes.stateHead}>
              <span className={classes.headWords}>{column.header}</span>
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

function ColumnHead({
  column,
  gap,
  hot,
  sorted,
  onSort,
}: {
  column: HeatmapColumn;
  gap: boolean;
  hot: boolean;
  sorted: "ascending" | "descending" | undefined;
  onSort: (sort: HeatmapSort) => void;
}) {
  return (
    <th
      scope="col"
      data-gap={gap || undefined}
      data-hot={hot || undefined}
      data-wide-column={column.wide || undefined}
      aria-sort={sorted}
      abbr={column.full === column.header ? undefined : column.full}
    >
      <HeadWords label={column.header} sort={column.sort} active={sorted !== undefined} onSort={onSort} />
    </th>
  );
}

function HeadWords({
  label,
  sort,
  active,
  onSort,
}: {
  label: string;
  sort: HeatmapSort | null;
  active: boolean;
  onSort: (sort: HeatmapSort) => void;
}) {
  if (sort === null) return <span className={classes.headWords}>{label}</span>;
  return (
    <>
      <button
        type="button"
        className={classes.headButton}
        onClick={() => onSort(active ? "tree" : sort)}
        data-active={active || undefined}
      >
        {label}
        <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
          <path d={sort === "name" ? "M0 6 4 1 8 6Z" : "M0 2 4 7 8 2Z"} fill="currentColor" />
        </svg>
      </button>
      {/* Buttons are not repeated on the second printed page. */}
      <span className={classes.printHead} aria-hidden="true">
        {label}
      </span>
    </>
  );
}
