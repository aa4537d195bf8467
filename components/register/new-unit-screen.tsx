"use client";

import { Button, Radio, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { HandOverLink } from "#components/ui/hand-over-link.tsx";
import type { TreeUnit } from "#contracts/register-views.ts";
import type { WorkingPattern } from "#contracts/register.ts";
import classes from "./register.module.css";
import { HeadcountField, PatternField, SupervisorFields } from "./team-fields.tsx";
import { TreeSelect } from "./tree-select.tsx";
import { useFormErrors } from "./use-form-errors.ts";

const mayHold = (unit: TreeUnit) => unit.manageable && unit.kind !== "team";

/** HR adds one unit or team; it is live at once. */
export function NewUnitScreen({ org, under }: { org: string; under: string | null }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const create = useMutation(trpc.register.create.mutationOptions());
  const [parentId, setParentId] = useState(under);
  const [kind, setKind] = useState<"unit" | "team">("team");
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const [headcount, setHeadcount] = useState<number | null>(null);
  const [pattern, setPattern] = useState<WorkingPattern | null>(null);
  const [email, setEmail] = useState("");
  const [supervisorName, setSupervisorName] = useState("");
  const form = useFormErrors(create.error, "name");
  const isTeam = kind === "team";

  function send(event: FormEvent) {
    event.preventDefault();
    const complete = form.complete({
      parentId: !parentId && "Choose the unit above.",
      name: name.trim() === "" && "Enter a name.",
    });
    if (!complete || !parentId) return;
    create.mutate(
      {
        parentId,
        kind,
        name,
        code: code.trim() || null,
        headcount: isTeam ? headcount : null,
        workingPattern: isTeam ? pattern : null,
        supervisorEmail: isTeam && email.trim() ? email : null,
        supervisorName: isTeam && supervisorName.trim() ? supervisorName : null,
      },
      {
        onError: form.again,
        onSuccess: async () => {
          setName("");
          setCode("");
          setHeadcount(null);
          setEmail("");
          setSupervisorName("");
          await queryClient.invalidateQueries({ queryKey: trpc.register.pathKey() });
        },
      },
    );
  }

  return (
    <>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <PageHeader
        path={[{ label: "Structure", href: `/o/${org}/structure` }]}
        title="Add a unit or a team"
        meta="It is live at once. Waves that have begun keep their tree."
      />
      {create.data && (
        <div className={classes.gap} role="status">
          <Banner>
            <Link href={`/o/${org}/structure/${create.data.id}`}>{create.data.name}</Link> is added, with the code{" "}
            {create.data.code}.
          </Banner>
        </div>
      )}
      {create.data?.supervisor && <HandOverLink name={create.data.supervisor} invitation={create.data.invitation} />}
      <form onSubmit={send} noValidate className={classes.form}>
        <Field id="parentId" label="Below which unit" error={form.fields.parentId}>
          {(control) => <TreeSelect control={control} value={parentId} onChange={setParentId} allowed={mayHold} />}
        </Field>
        <FieldGroup
          id="kind"
          legend="What it is"
          hint="A team is a leaf: its people answer, and it has a supervisor. A unit holds teams and other units."
        >
          <div className={classes.choices}>
            <Radio name="kind" label="A team" checked={isTeam} onChange={() => setKind("team")} />
            <Radio name="kind" label="A unit" checked={!isTeam} onChange={() => setKind("unit")} />
          </div>
        </FieldGroup>
        <Field id="name" label="Name" error={form.fields.name}>
          {(control) => (
            <TextInput {...control} autoComplete="off" value={name} onChange={(e) => setName(e.currentTarget.value)} />
          )}
        </Field>
        <Field
          id="code"
          label="Code"
          hint="Files know the unit by its code. Leave it empty for the next free one."
          error={form.fields.code}
          optional
        >
          {(control) => (
            <TextInput
              {...control}
              w={220}
              autoComplete="off"
              value={code}
              onChange={(e) => setCode(e.currentTarget.value)}
            />
          )}
        </Field>
        {isTeam && (
          <>
            <HeadcountField optional value={headcount} onChange={setHeadcount} error={form.fields.headcount} />
            <PatternField optional value={pattern} onChange={setPattern} error={form.fields.workingPattern} />
            <SupervisorFields
              optional
              email={email}
              name={supervisorName}
              onEmail={setEmail}
              onName={setSupervisorName}
              errors={form.fields}
            />
          </>
        )}
        <Button type="submit" loading={create.isPending}>
          {isTeam ? "Add this team" : "Add this unit"}
        </Button>
      </form>
    </>
  );
}
