"use client";

import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Looked } from "#contracts/plans.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./plans.module.css";

const ASKED = [
  { key: "kept", label: "What do you keep?", missing: "Say what you keep, or “nothing”." },
  { key: "changed", label: "What do you change?", missing: "Say what you change, or “nothing”." },
  { key: "stopped", label: "What do you stop?", missing: "Say what you stop, or “nothing”." },
] as const;

/** Asked when a playbook ends, at its end or before. "Nothing" is an answer, silence is not. */
export function LookedForm({
  id,
  busy,
  onBack,
  onSend,
}: {
  id: string;
  busy: boolean;
  onBack: () => void;
  onSend: (looked: Looked) => void;
}) {
  const [looked, setLooked] = useState<Looked>({ kept: "", changed: "", stopped: "" });
  const [tried, setTried] = useState(0);
  const missing = ASKED.filter(({ key }) => looked[key].trim() === "");
  function send(event: FormEvent) {
    event.preventDefault();
    setTried((n) => n + 1);
    if (missing.length === 0) onSend(looked);
  }
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary
        errors={tried > 0 ? missing.map((m) => ({ field: `${id}-${m.key}`, message: m.missing })) : []}
        attempt={tried}
      />
      {ASKED.map(({ key, label, missing: message }) => (
        <Field
          key={key}
          id={`${id}-${key}`}
          label={label}
          error={tried > 0 && looked[key].trim() === "" ? message : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={looked[key]}
              onChange={(event) => setLooked({ ...looked, [key]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <div className={classes.line}>
        <Button type="submit" loading={busy}>
          End this playbook
        </Button>
        <Button variant="default" onClick={onBack}>
          Go back
        </Button>
      </div>
    </form>
  );
}
