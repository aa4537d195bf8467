import { CellInside, type ExtraColumn, UnitLink } from "./heatmap-row.tsx";
import classes from "./heatmap-list.module.css";
import type { HeatmapColumn, HeatmapLine, HeatmapPicture } from "./prepare.ts";

/** The phone's form: one unit per row, its two figures at the right, statements on the unit's own page. */
export function HeatmapList({
  picture,
  extra,
  first,
  hrefOf,
  onToggle,
  onOpen,
}: {
  picture: HeatmapPicture;
  extra: ExtraColumn[];
  /** So many rows only: the page as it arrives, before anybody knows whether it is on a phone. */
  first: number | null;
  hrefOf: (unitId: string) => string;
  onToggle: (unitId: string) => void;
  onOpen: (unitId: string) => void;
}) {
  const wide = picture.columns.filter((column) => column.wide);
  const said = extra[0];
  const row = (line: HeatmapLine) => (
    <li key={line.unitId} className={classes.item} data-level={Math.min(line.level, 5)}>
      {line.expandable ? (
        <button
          type="button"
          className={classes.caret}
          aria-expanded={line.expanded}
          aria-label={`Units in ${line.name}`}
          onClick={() => onToggle(line.unitId)}
        >
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" data-open={line.expanded || undefined}>
            <path d="M3 1 8 5 3 9Z" fill="currentColor" />
          </svg>
        </button>
      ) : (
        picture.closable.length > 0 && <span className={classes.noCaret} />
      )}
      <div className={classes.words}>
        <UnitLink line={line} href={hrefOf(line.unitId)} onOpen={onOpen} inTabOrder />
        <p className={classes.note}>{(said?.short ?? said?.cell)?.(line.unitId) ?? line.state ?? "\u00a0"}</p>
      </div>
      {wide.map((column) => (
        <ListCell key={column.key} line={line} column={column} />
      ))}
    </li>
  );
  return (
    <div className="phone-only">
      <div className={classes.heads} aria-hidden="true">
        {picture.bands.map((band) => (
          <span key={band.label}>{band.label}</span>
        ))}
      </div>
      <ul className={classes.list}>
        {picture.organisation && row(picture.organisation)}
        {(first === null ? picture.lines : picture.lines.slice(0, first)).map(row)}
      </ul>
    </div>
  );
}

function ListCell({ line, column }: { line: HeatmapLine; column: HeatmapColumn }) {
  const cell = line.cells.find((candidate) => candidate.key === column.key);
  if (!cell) return null;
  return (
    <div className={classes.cell} data-step={cell.step ?? undefined} data-mark={cell.mark}>
      <span aria-hidden="true">
        <CellInside cell={cell} figure={cell.short} />
      </span>
      <span className="visually-hidden">
        {column.full}: {cell.label}
      </span>
    </div>
  );
}
