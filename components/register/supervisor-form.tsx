"use client";

import { Button, Checkbox } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { HandOverLink } from "#components/ui/hand-over-link.tsx";
import classes from "./register.module.css";
import { SupervisorFields } from "./team-fields.tsx";
import type { ActionProps } from "./unit-actions.tsx";
import { useFormErrors } from "./use-form-errors.ts";

const IDS = { email: "supervisorEmail", name: "supervisorName" };

export function SupervisorForm({ unit, onChanged }: ActionProps) {
  const trpc = useTRPC();
  const assign = useMutation(trpc.register.nameSupervisor.mutationOptions());
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [replace, setReplace] = useState(true);
  const form = useFormErrors(assign.error, "supervisorEmail", IDS);
  const present = unit.supervisors.map((s) => s.name).join(" and ");
  function send(event: FormEvent) {
    event.preventDefault();
    if (!form.complete({ supervisorEmail: email.trim() === "" && "Enter an e-mail address." })) return;
    assign.mutate(
      { unitId: unit.id, email, name: name.trim() || null, replace: present !== "" && replace },
      {
        onError: form.again,
        onSuccess: async (done) => {
          setEmail("");
          setName("");
          const stopped = done.ended.length > 0 ? ` ${done.ended.join(" and ")} stopped.` : "";
          await onChanged(`${done.personName} supervises ${unit.name} from today on.${stopped}`);
        },
      },
    );
  }
  if (assign.data) {
    return (
      <>
        <HandOverLink name={assign.data.personName} invitation={assign.data.invitation} />
        <Button variant="default" onClick={() => assign.reset()}>
          Name somebody else
        </Button>
      </>
    );
  }
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <SupervisorFields email={email} name={name} onEmail={setEmail} onName={setName} errors={form.fields} />
      {present !== "" && (
        <Checkbox
          className={classes.gap ?? ""}
          label={`In place of ${present}, whose role here ends now`}
          checked={replace}
          onChange={(e) => setReplace(e.currentTarget.checked)}
        />
      )}
      <Button type="submit" loading={assign.isPending}>
        Name as supervisor
      </Button>
    </form>
  );
}
