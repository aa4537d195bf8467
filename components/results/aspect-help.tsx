import { ASPECT_HELP } from "#content/aspect-help.ts";
import { ASPECT_NAMES } from "#content/statements.ts";
import classes from "./results.module.css";

/** One plain line per aspect, folded under what shows the aspects: what it looks like in practice. */
export function AspectHelp() {
  return (
    <details className={classes.fold}>
      <summary>What each aspect looks like in practice</summary>
      <dl className={classes.practice}>
        {ASPECT_NAMES.map((name, index) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{ASPECT_HELP[index]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
