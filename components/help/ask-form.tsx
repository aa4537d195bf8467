"use client";

import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { AskHelp, type HelpRoute, OPEN_REQUESTS, QUESTION_LENGTH } from "#contracts/help.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./help.module.css";

/** One question, and before it is sent: who gets it, until when, and what happens without an answer. */
export function AskForm({
  teamId,
  route,
  placesLeft,
  onAsked,
}: {
  teamId: string;
  route: HelpRoute;
  placesLeft: number;
  onAsked: () => Promise<unknown>;
}) {
  const trpc = useTRPC();
  const ask = useMutation(trpc.help.ask.mutationOptions());
  const [question, setQuestion] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  function send(event: FormEvent) {
    event.preventDefault();
    const read = AskHelp.safeParse({ teamId, question });
    setAttempt((n) => n + 1);
    setError(read.success ? null : (read.error.issues[0]?.message ?? null));
    if (!read.success) return;
    ask.mutate(read.data, {
      onError: (failed) => {
        const { fields, message } = readError(failed);
        setError(fields.question ?? message);
        setAttempt((n) => n + 1);
      },
      onSuccess: async () => {
        setQuestion("");
        await onAsked();
      },
    });
  }

  if (placesLeft === 0) {
    return <p>{OPEN_REQUESTS} requests wait for an answer. Take one back before you ask for more.</p>;
  }
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={error ? [{ field: "question", message: error }] : []} attempt={attempt} />
      <Field
        id="question"
        label="What do you need that you cannot settle yourself?"
        hint={`One thing, and what happens without it. Your team reads it too. At most ${QUESTION_LENGTH} characters.`}
        error={error}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={QUESTION_LENGTH}
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
        )}
      </Field>
      <section className={classes.preview}>
        <h3>What happens</h3>
        <p>{routeWords(route)}</p>
      </section>
      <Button type="submit" loading={ask.isPending}>
        Ask for help
      </Button>
    </form>
  );
}

function routeWords({ to, leaders, dueOn, days, overdueTo }: HelpRoute): string {
  const whom =
    leaders.length > 0
      ? `It goes to the leader of ${to.name}: ${leaders.join(" and ")}.`
      : `Nobody leads the units above your team today. It waits at ${to.name} for whoever will.`;
  const then = overdueTo
    ? `Without an answer it goes up to the leader of ${overdueTo.name}.`
    : "Nobody stands above to pass it to: it stays there until it is answered.";
  return `${whom} There are ${days} working days for an answer, until ${longDate(dueOn)}. ${then}`;
}
