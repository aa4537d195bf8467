import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { PlanAction, PlanPage } from "#contracts/plans.ts";
import { useTRPCClient } from "#components/api/trpc.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./plans.module.css";
import { useChange } from "./use-change.ts";

/** Another owner for an open action. Its day stays. */
export function HandOverForm({
  action,
  owners,
  onEnd,
}: {
  action: PlanAction;
  owners: PlanPage["owners"];
  onEnd: () => void;
}) {
  const client = useTRPCClient();
  const others = owners.filter(({ id }) => id !== action.owner.id);
  const [ownerId, setOwnerId] = useState("");
  const [missing, setMissing] = useState(false);
  const change = useChange(client.plans.handOver.mutate, onEnd);
  function send(event: FormEvent) {
    event.preventDefault();
    setMissing(ownerId === "");
    if (ownerId !== "") change.run({ actionId: action.id, ownerId });
  }
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <Field
        id={`owner-${action.id}`}
        label="Who has it from now on?"
        error={missing ? "Choose one person." : (change.errors.ownerId ?? change.errors.form)}
      >
        {(control) => (
          <NativeSelect
            {...control}
            value={ownerId}
            onChange={(event) => setOwnerId(event.currentTarget.value)}
            data={[
              { value: "", label: "Choose a person" },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      <div className={classes.line}>
        <Button type="submit" variant="default" loading={change.busy}>
          Hand it over
        </Button>
        <Button variant="subtle" onClick={onEnd}>
          Go back
        </Button>
      </div>
    </form>
  );
}
