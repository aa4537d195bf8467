import { ASPECT_NAMES, SCALES, STATEMENTS } from "#content/statements.ts";
import type { StatementCode } from "#contracts/statements.ts";
import classes from "./method.module.css";

/** The twelve statements in their six aspects, and the two scales they are answered on. */
export function MethodStatements({ pilot }: { pilot: boolean }) {
  const row = (code: StatementCode) => STATEMENTS[code].member;
  return (
    <section>
      <h2>The twelve statements</h2>
      {pilot && (
        <p>
          <strong>Pilot statements.</strong> They carry this label until 200 people here have answered them in one wave.
        </p>
      )}
      <table className={classes.table}>
        <caption>Six aspects, each with one statement of meaning and one of structure</caption>
        <thead>
          <tr>
            <th scope="col">Aspect</th>
            <th scope="col">Meaning: {SCALES.direction.heading}</th>
            <th scope="col">Structure: {SCALES.delivery.heading}</th>
          </tr>
        </thead>
        <tbody>
          {ASPECT_NAMES.map((name, index) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{row(`D${index + 1}` as StatementCode)}</td>
              <td>{row(`E${index + 1}` as StatementCode)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Five answers, from “{SCALES.direction.labels[0].toLowerCase()}” to “{SCALES.direction.labels[4].toLowerCase()}”
        and from “{SCALES.delivery.labels[0].toLowerCase()}” to “{SCALES.delivery.labels[4].toLowerCase()}”, count 0,
        25, 50, 75 and 100. “Does not apply” and a blank count as missing.
      </p>
      <p>
        A pulse may ask one more statement, and up to five of the organisation’s own. They are in neither risk. Each is
        counted by those who answered it, shown from ten of them on, and read as agreement from 0 to 100.
      </p>
    </section>
  );
}
