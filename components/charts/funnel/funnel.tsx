import type { Funnel as FunnelData } from "#contracts/results-pages.ts";
import classes from "./funnel.module.css";
import { type FunnelPicture, prepareFunnel } from "./prepare.ts";

/** Units against chance: how far each lies from the organisation, and how far chance alone would take it. */
export function Funnel({ funnel }: { funnel: FunnelData }) {
  const picture = prepareFunnel(funnel);
  return (
    <figure className={classes.root}>
      <figcaption>
        <h3>{picture.title}</h3>
        <p className="note">{picture.summary}</p>
      </figcaption>
      <Drawing picture={picture} className={classes.wide} />
      <Drawing picture={prepareFunnel(funnel, { narrow: true })} className={classes.narrow} />
      <p className={classes.legend}>
        <span className={classes.keyDot} aria-hidden="true" /> within what chance does{" "}
        <span className={classes.keyOut} aria-hidden="true" /> farther off{" "}
        <span className={classes.keyFar} aria-hidden="true" /> far off. Grey: limits at 95% and 99.8%.
      </p>
      <details className={classes.details}>
        <summary>As a table</summary>
        <table className={classes.table}>
          <caption className="visually-hidden">{picture.label} of units, farthest from the whole first</caption>
          <thead>
            <tr>
              <th scope="col">Unit</th>
              <th scope="col" data-align="end">
                Answers
              </th>
              <th scope="col" data-align="end">
                Risk
              </th>
              <th scope="col">Against chance</th>
            </tr>
          </thead>
          <tbody>
            {picture.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td data-align="end">{row.answers}</td>
                <td data-align="end">{row.risk}</td>
                <td>{row.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Drawing({ picture, className }: { picture: FunnelPicture; className: string | undefined }) {
  const { plot } = picture;
  return (
    <svg
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      className={`${classes.drawing} ${className}`}
      role="img"
      aria-label={`${picture.title}. ${picture.summary} The table below holds every unit.`}
    >
      <polygon points={picture.outer} className={classes.outer} />
      <polygon points={picture.inner} className={classes.inner} />
      <line x1={plot.left} x2={plot.right} y1={picture.meanY} y2={picture.meanY} className={classes.mean} />
      <text x={plot.right} y={picture.meanY - 6} textAnchor="end" className={classes.label}>
        {picture.meanText}
      </text>
      {picture.yTicks.map(({ y, label }) => (
        <text key={label} x={plot.left - 8} y={y + 5} textAnchor="end" className={classes.tick}>
          {label}
        </text>
      ))}
      {picture.xTicks.map(({ x, label }) => (
        <text key={label} x={x} y={plot.bottom + 18} textAnchor="middle" className={classes.tick}>
          {label}
        </text>
      ))}
      <text x={(plot.left + plot.right) / 2} y={plot.bottom + 36} textAnchor="middle" className={classes.tick}>
        Answers
      </text>
      <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} className={classes.axis} />
      {picture.dots.map(({ key, x, y, out, far, name }) => (
        <circle key={key} cx={x} cy={y} r={out ? 6 : 4} className={far ? classes.far : out ? classes.out : classes.dot}>
          <title>{name}</title>
        </circle>
      ))}
    </svg>
  );
}
