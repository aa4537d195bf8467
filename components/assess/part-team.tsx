"use client";

import { AXES, STATEMENT_CODES } from "#contracts/statements.ts";
import { DOES_NOT_APPLY, SCALES, STATEMENTS, STATEMENTS_OF } from "#content/statements.ts";
import classes from "./assess.module.css";
import { type FormState, withValues } from "./form-state.ts";
import { ScaleHead, ScaleRow } from "#components/ui/scale-row.tsx";

const APART = { value: 0, label: DOES_NOT_APPLY };

/** Part 2, Your team: twelve statements about the team, in two blocks with two scales. */
export function PartTeam({ state, onChange }: { state: FormState; onChange: (next: FormState) => void }) {
  const { answers } = state.values;
  return AXES.map((axis) => {
    const options = SCALES[axis].labels.map((label, index) => ({ value: index + 1, label }));
    return (
      <section key={axis} className={classes.section} aria-labelledby={`block-${axis}`}>
        <h2 id={`block-${axis}`}>{SCALES[axis].heading}</h2>
        <ScaleHead options={options} apart={APART} />
        {STATEMENTS_OF[axis].map((code) => {
          const at = STATEMENT_CODES.indexOf(code);
          return (
            <ScaleRow
              key={code}
              id={code}
              statement={STATEMENTS[code].supervisor}
              options={options}
              apart={APART}
              value={answers[at] ?? null}
              onChange={(value) =>
                onChange(withValues(state, { answers: answers.map((a, index) => (index === at ? value : a)) }))
              }
            />
          );
        })}
      </section>
    );
  });
}
