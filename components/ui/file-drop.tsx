"use client";

import { useState } from "react";
import { Field } from "./field.tsx";
import classes from "./file-drop.module.css";

/** A file by hand or by dropping: the native input fills the field and takes both. */
export function FileDrop({
  id,
  label,
  hint,
  error,
  accept,
  maxBytes,
  disabled = false,
  onFile,
}: {
  id: string;
  label: string;
  hint?: string;
  error?: string | null;
  /** As of the input: ".csv,text/csv". */
  accept?: string;
  maxBytes?: number;
  disabled?: boolean;
  onFile: (file: File | null) => void;
}) {
  const [name, setName] = useState<string | null>(null);
  const [tooBig, setTooBig] = useState(false);

  function take(file: File | null | undefined) {
    const big = !!file && maxBytes !== undefined && file.size > maxBytes;
    setTooBig(big);
    setName(file && !big ? `${file.name}, ${sizeInWords(file.size)}` : null);
    onFile(file && !big ? file : null);
  }

  const problem = tooBig ? `The file must be smaller than ${sizeInWords(maxBytes ?? 0)}` : error;
  return (
    <Field id={id} label={label} hint={hint} error={problem}>
      {(control) => (
        <div className={classes.root}>
          <input
            {...control}
            type="file"
            accept={accept}
            disabled={disabled}
            className={classes.input}
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
          <p className={classes.words} aria-live="polite">
            {name ?? "Or drop the file here."}
          </p>
        </div>
      )}
    </Field>
  );
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${Math.round((bytes / (1024 * 1024)) * 10) / 10} MB`;
}
