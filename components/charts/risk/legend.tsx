import classes from "./legend.module.css";
import { ChangeIcon, Hatch, LockIcon } from "./marks.tsx";
import { LEGEND_CHANGES, LEGEND_CUT, LEGEND_MARKS, LEGEND_STEPS } from "./risk.ts";

/** Five swatches with their breaks, four marks, three changes. */
export function RiskLegend({ k, changes = true }: { k?: number; changes?: boolean }) {
  return (
    <section className={classes.root} aria-label="Legend">
      <div className={classes.part}>
        <ul className={classes.scale}>
          {LEGEND_STEPS.map(({ step, label }) => (
            <li key={step} data-step={step} className={classes.step}>
              {label}
            </li>
          ))}
        </ul>
        <p>{LEGEND_CUT}</p>
      </div>
      <ul className={classes.marks}>
        {LEGEND_MARKS.map(({ mark, label }) => (
          <li key={mark}>
            <span className={classes.swatch} data-mark={mark} aria-hidden="true">
              {mark === "value" && "46"}
              {mark === "hidden" && (
                <>
                  <Hatch className={classes.hatch} />
                  <LockIcon className={classes.lock} />
                </>
              )}
              {mark === "no_answers" && "–"}
            </span>
            {label}
          </li>
        ))}
        <li>
          <span className={classes.swatch} data-mark="near" aria-hidden="true">
            41
          </span>
          Near the line
        </li>
      </ul>
      {changes && (
        <ul className={classes.marks}>
          {LEGEND_CHANGES.map(({ sign, label }) => (
            <li key={sign}>
              <span className={classes.sign} aria-hidden="true">
                <ChangeIcon sign={sign} />
                {sign === "up" && <ChangeIcon sign="down" />}
              </span>
              {label}
            </li>
          ))}
        </ul>
      )}
      {k !== undefined && <p>Results are shown for groups of {k} or more.</p>}
    </section>
  );
}
