"use client";

import { Button, Radio, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { WaitingHelp } from "#contracts/help.ts";
import { HelpAnswer } from "#contracts/plans.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import classes from "./help.module.css";
import { ANSWER_LABELS, answerHead } from "./words.ts";

type Kind = HelpAnswer["kind"];
const HINTS: Record<Kind, string> = {
  yes_by: "You do it, or have it done.",
  in_part: "Say what you can do, and what not.",
  no_because: "Say why. A reason is an answer.",
  not_mine: "It goes to the next leader above, with your sentence.",
};

/** One of four answers and one sentence, with the words as the team will read them. */
export function AnswerForm({
  request,
  today,
  onDone,
  onCancel,
}: {
  request: WaitingHelp;
  today: string;
  onDone: (kind: Kind) => Promise<unknown>;
  onCancel: () => void;
}) {
  const trpc = useTRPC();
  const send = useMutation(trpc.help.answer.mutationOptions());
  const [kind, setKind] = useState<Kind | null>(null);
  const [by, setBy] = useState("");
  const [sentence, setSentence] = useState("");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const id = (field: string) => `${field}-${request.id}`;
  const kinds = (Object.keys(ANSWER_LABELS) as Kind[]).filter((one) => one !== "not_mine" || request.above !== null);

  function fail(found: Record<string, string>) {
    setErrors(found);
    setAttempt((n) => n + 1);
  }
  function answer(event: FormEvent) {
    event.preventDefault();
    if (!kind) return fail({ kind: "Choose an answer." });
    const read = HelpAnswer.safeParse({ kind, sentence, ...(kind === "yes_by" && { by }) });
    if (!read.success) return fail(Object.fromEntries(read.error.issues.map((i) => [String(i.path[0]), i.message])));
    setErrors({});
    send.mutate(
      { helpId: request.id, atUnitId: request.at.unitId, answer: read.data },
      {
        onError: (error) => {
          const { fields, message } = readError(error);
          fail(Object.keys(fields).length > 0 ? fields : { kind: message });
        },
        onSuccess: () => onDone(read.data.kind),
      },
    );
  }

  return (
    <form onSubmit={answer} noValidate className={classes.form} aria-label={`Answer to ${request.team.name}`}>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ field: id(field), message }))}
        attempt={attempt}
      />
      <FieldGroup id={id("kind")} legend="Your answer" error={errors.kind}>
        <div className={classes.choices}>
          {kinds.map((one) => (
            <Radio
              key={one}
              name={id("kind")}
              label={ANSWER_LABELS[one]}
              description={
                one === "not_mine" ? `It goes to the leader of ${request.above?.name}, with your sentence.` : HINTS[one]
              }
              checked={kind === one}
              onChange={() => setKind(one)}
            />
          ))}
        </div>
      </FieldGroup>
      {kind === "yes_by" && (
        <Field id={id("by")} label="By when" error={errors.by}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              min={today}
              className={classes.date}
              value={by}
              onChange={(event) => setBy(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <Field
        id={id("sentence")}
        label="One sentence for the team"
        hint="The team will read this. At most 300 characters."
        error={errors.sentence}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={300}
            value={sentence}
            onChange={(event) => setSentence(event.currentTarget.value)}
          />
        )}
      </Field>
      {kind && sentence.trim() !== "" && (
        <section className={classes.preview} aria-live="polite">
          <h3>The team will read</h3>
          <p>
            {request.at.name}: <strong>{answerHead(kind, by || null)}</strong>. {sentence}
          </p>
        </section>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={send.isPending}>
          {kind === "not_mine" ? "Pass it up" : "Send to the team"}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Go back
        </Button>
      </div>
    </form>
  );
}
