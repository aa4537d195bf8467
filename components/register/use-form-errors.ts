"use client";

import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import type { FormError } from "#components/ui/error-summary.tsx";

/**
 * What a form shows of a failed call: a message per field, and a summary that takes the focus again at every attempt. An
 * error of no field leads to the first one.
 *
 * @param ids ids of fields that the call names otherwise
 */
export function useFormErrors(error: unknown, firstField: string, ids: Record<string, string> = {}) {
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const failed = error ? readError(error) : null;
  const named = Object.entries(failed?.fields ?? {}).map(([field, message]) => [ids[field] ?? field, message]);
  const fields: Record<string, string> = Object.keys(missing).length > 0 ? missing : Object.fromEntries(named);
  const listed = Object.entries(fields).map(([field, message]): FormError => ({ field, message }));
  const summary = failed && listed.length === 0 ? [{ field: firstField, message: failed.message }] : listed;
  return {
    attempt,
    fields,
    summary,
    /** Before sending: true when nothing is missing, else shows what is. */
    complete(problems: Record<string, string | false>): boolean {
      const found = Object.fromEntries(Object.entries(problems).filter((p): p is [string, string] => p[1] !== false));
      setMissing(found);
      setAttempt((n) => n + 1);
      return Object.keys(found).length === 0;
    },
    /** After the server has answered no. */
    again: () => setAttempt((n) => n + 1),
  };
}
