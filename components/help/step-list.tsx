import type { HelpStepView } from "#contracts/help.ts";
import { longDate } from "#components/ui/dates.ts";
import classes from "./help.module.css";
import { answerHead } from "./words.ts";

/** What happened to a request, oldest first. The sentences are those that the team reads. */
export function StepList({ steps }: { steps: HelpStepView[] }) {
  if (steps.length === 0) return null;
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <li key={`${step.kind} ${step.on} ${step.unitName}`}>
          <strong>{answerHead(step.kind, step.by)}</strong>
          {step.sentence && <>: {step.sentence}</>}
          <br />
          <span className={classes.facts}>
            {step.kind === "withdrawn" ? "" : `${step.unitName}, `}
            {step.personName && step.kind !== "withdrawn" ? `${step.personName}, ` : ""}
            {longDate(step.on)}
          </span>
        </li>
      ))}
    </ol>
  );
}
