import { Button, Radio, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { WaitingKind } from "#contracts/waiting.ts";
import { useTRPCClient } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./plans.module.css";
import { useChange } from "./use-change.ts";

const ASKED: Record<WaitingKind, { choice: string; who: string; needed: string; on: string }> = {
  others: {
    choice: "The team waits for somebody",
    who: "Whom are you waiting for?",
    needed: "What do you need?",
    on: "Last contact",
  },
  decision: {
    choice: "Somebody waits for my decision",
    who: "Who asks?",
    needed: "What is to be decided?",
    on: "Waiting since",
  },
};

/** One more on either of the two lists. */
export function WaitingForm({ teamId, today }: { teamId: string; today: string }) {
  const client = useTRPCClient();
  const [kind, setKind] = useState<WaitingKind>("others");
  const [who, setWho] = useState("");
  const [needed, setNeeded] = useState("");
  const [lastContactOn, setLast] = useState(today);
  const change = useChange(client.plans.addWaiting.mutate, () => undefined);
  function send(event: FormEvent) {
    event.preventDefault();
    change.run({ teamId, kind, who, needed, lastContactOn });
  }
  const listed = (["who", "needed", "lastContactOn", "form"] as const).flatMap((name) =>
    change.errors[name] ? [{ field: name === "form" ? "who" : name, message: change.errors[name] }] : [],
  );
  const asked = ASKED[kind];
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <h2>Add to a list</h2>
      <ErrorSummary errors={listed} attempt={change.attempt} />
      <fieldset className={classes.group}>
        <legend>Who waits?</legend>
        {(["others", "decision"] as const).map((value) => (
          <Radio
            key={value}
            name="kind"
            value={value}
            label={ASKED[value].choice}
            checked={kind === value}
            onChange={() => setKind(value)}
          />
        ))}
      </fieldset>
      <Field id="who" label={asked.who} error={change.errors.who}>
        {(control) => (
          <TextInput {...control} maxLength={120} value={who} onChange={(e) => setWho(e.currentTarget.value)} />
        )}
      </Field>
      <Field id="needed" label={asked.needed} error={change.errors.needed}>
        {(control) => (
          <TextInput {...control} maxLength={300} value={needed} onChange={(e) => setNeeded(e.currentTarget.value)} />
        )}
      </Field>
      <Field id="lastContactOn" label={asked.on} error={change.errors.lastContactOn}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max={today}
            value={lastContactOn}
            onChange={(e) => setLast(e.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" loading={change.busy}>
        Add
      </Button>
    </form>
  );
}
