import { CONVERSATION_GUIDE } from "#content/conversation-guide.ts";
import { STATEMENTS } from "#content/statements.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./guide.module.css";

const words = (axis: "D" | "E") =>
  STATEMENT_CODES.filter((code) => code.startsWith(axis)).map((code) => STATEMENTS[code].member);

/** A quarter of an hour in the team meeting; made to be printed. */
export function GuideScreen() {
  const { title, before, steps, after, never } = CONVERSATION_GUIDE;
  return (
    <article className={classes.root}>
      <PageHeader title={title} meta="For teams too small to see a result of their own, and for every other one." />
      <section>
        <h2>Before</h2>
        <Lines lines={before} />
      </section>
      <section>
        <h2>Fifteen minutes</h2>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <li key={step.title} className={classes.step}>
              <span className={classes.minutes}>{step.minutes} minutes</span>
              <div>
                <h3>{step.title}</h3>
                <p className={classes.say}>{step.say}</p>
                <p>{step.after}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>Afterwards</h2>
        <Lines lines={after} />
      </section>
      <section>
        <h2>Please do not</h2>
        <Lines lines={never} />
      </section>
      <section>
        <h2>The statements</h2>
        <div className={classes.pair}>
          <div>
            <h3>Meaning</h3>
            <Lines lines={words("D")} />
          </div>
          <div>
            <h3>Structure</h3>
            <Lines lines={words("E")} />
          </div>
        </div>
      </section>
    </article>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={classes.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
