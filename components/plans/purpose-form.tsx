"use client";

import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { countWords } from "#content/plain-words.ts";
import { type PracticesPage, PURPOSE_WORDS } from "#contracts/plans.ts";
import { useTRPCClient } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import { longDate } from "#components/ui/dates.ts";
import classes from "./plans.module.css";
import { useChange } from "./use-change.ts";

/** The purpose in one sentence of at most 25 words that says who benefits; earlier ones are kept. */
export function PurposeForm({ page, teamId }: { page: PracticesPage; teamId: string }) {
  const client = useTRPCClient();
  const { purpose, priorities, history } = page;
  const linked = priorities.find(({ words }) => words === purpose?.priority);
  const [writing, setWriting] = useState(false);
  const [sentence, setSentence] = useState(purpose?.sentence ?? "");
  const [benefits, setBenefits] = useState(purpose?.benefits ?? "");
  const [priorityId, setPriorityId] = useState(linked?.id ?? "");
  const change = useChange(client.plans.savePurpose.mutate, () => setWriting(false));

  function send(event: FormEvent) {
    event.preventDefault();
    change.run({ teamId, sentence, benefits, priorityId: priorityId || null });
  }

  if (!writing) {
    return (
      <div className={classes.line}>
        <Button size="sm" variant="default" onClick={() => setWriting(true)}>
          {purpose ? "Change the sentence" : "Write it"}
        </Button>
        {history.length > 0 && (
          <details>
            <summary>Earlier sentences</summary>
            <ul className={classes.steps}>
              {history.map((old) => (
                <li key={`${old.on} ${old.sentence}`}>
                  {old.sentence} ({old.by}, {longDate(old.on)})
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    );
  }
  const listed = (["sentence", "benefits", "form"] as const).flatMap((name) =>
    change.errors[name] ? [{ field: name === "form" ? "sentence" : name, message: change.errors[name] }] : [],
  );
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={listed} attempt={change.attempt} />
      <Field
        id="sentence"
        label="Your purpose in one sentence"
        hint={`${countWords(sentence)} of at most ${PURPOSE_WORDS} words`}
        error={change.errors.sentence}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={300}
            value={sentence}
            onChange={(e) => setSentence(e.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        id="benefits"
        label="Who benefits"
        hint="In words that stand in the sentence, for example “families”."
        error={change.errors.benefits}
      >
        {(control) => (
          <TextInput
            {...control}
            maxLength={80}
            value={benefits}
            onChange={(e) => setBenefits(e.currentTarget.value)}
          />
        )}
      </Field>
      {priorities.length > 0 && (
        <Field id="priority" label="Which priority does it serve?" optional>
          {(control) => (
            <NativeSelect
              {...control}
              value={priorityId}
              onChange={(e) => setPriorityId(e.currentTarget.value)}
              data={[
                { value: "", label: "None of these" },
                ...priorities.map(({ id, unit, words }) => ({ value: id, label: `${words} (${unit})` })),
              ]}
            />
          )}
        </Field>
      )}
      <div className={classes.line}>
        <Button type="submit" loading={change.busy}>
          Keep this sentence
        </Button>
        <Button variant="default" onClick={() => setWriting(false)}>
          Go back
        </Button>
      </div>
    </form>
  );
}
