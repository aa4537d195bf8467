"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { FieldError } from "./field.tsx";
import classes from "./scale-row.module.css";

export type ScaleOption = { value: number; label: string };

/**
 * One statement and its answers in a row. Arrow keys as in any group of radios; the figures choose at once; choosing the
 * chosen one again takes it back. The wording stands above the targets on a phone and in the block's head on a wide screen.
 */
export function ScaleRow({
  id,
  statement,
  options,
  apart,
  value,
  error,
  onChange,
}: {
  id: string;
  statement: ReactNode;
  options: readonly ScaleOption[];
  /** An answer outside the scale, set apart: "Does not apply". */
  apart?: ScaleOption;
  value: number | null;
  error?: string | undefined;
  onChange: (value: number | null) => void;
}) {
  function keys(event: KeyboardEvent<HTMLFieldSetElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const option = options[Number(event.key) - 1];
    if (option) {
      onChange(option.value);
      // Tab leaves a group of radios only from the chosen one.
      event.currentTarget.querySelector<HTMLInputElement>(`input[value="${option.value}"]`)?.focus();
    } else if (event.key === "Backspace" || event.key === "Delete") onChange(null);
  }
  const target = (option: ScaleOption, isApart: boolean) => (
    <label key={option.value} className={classes.target} data-apart={isApart || undefined}>
      <span className={classes.word}>{option.label}</span>
      <input
        type="radio"
        name={id}
        value={option.value}
        checked={value === option.value}
        onChange={() => onChange(option.value)}
        onClick={() => value === option.value && onChange(null)}
      />
    </label>
  );
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classes.row}
      data-wrong={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
      onKeyDown={keys}
    >
      <legend className="visually-hidden">{statement}</legend>
      <div className={classes.statement} aria-hidden="true">
        {statement}
      </div>
      {error && (
        <div className={classes.error}>
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
      <div className={classes.targets} data-count={options.length + (apart ? 1 : 0)}>
        {options.map((option) => target(option, false))}
        {apart && target(apart, true)}
      </div>
    </fieldset>
  );
}

/** The wording above the columns of a block, on a wide screen. */
export function ScaleHead({ options, apart }: { options: readonly ScaleOption[]; apart?: ScaleOption }) {
  return (
    <div className={classes.head} aria-hidden="true">
      <span />
      <div className={classes.targets} data-count={options.length + (apart ? 1 : 0)}>
        {options.map((option) => (
          <span key={option.value}>{option.label}</span>
        ))}
        {apart && <span data-apart>{apart.label}</span>}
      </div>
    </div>
  );
}
